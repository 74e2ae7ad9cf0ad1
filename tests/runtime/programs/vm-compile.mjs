import vm from 'node:vm'

const source = Array.from({ length: 15_000 }, (_, n) => `(function f${n}(a) { return [a, ${n}, { a }] })(${n});`).join('\n') // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  for (let index = 0; ; index += 1) {
    const { user } = process.cpuUsage(before)
    if (user > 400_000) return
    new vm.Script(`${source}// ${index}`) // guilty
  }
}, 300)
