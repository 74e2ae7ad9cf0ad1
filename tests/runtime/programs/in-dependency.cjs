const { mkdirSync, writeFileSync } = require('node:fs')

mkdirSync('node_modules/slow-oven', { recursive: true })
writeFileSync('node_modules/slow-oven/package.json', '{ "name": "slow-oven", "version": "1.2.3" }')
writeFileSync(
  'node_modules/slow-oven/index.js',
  'exports.bake = () => { const end = process.cpuUsage().user + 350_000\nwhile (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() }\n',
)
const { bake } = require(`${process.cwd()}/node_modules/slow-oven`)

setTimeout(() => {
  bake() // guilty
}, 1500)
