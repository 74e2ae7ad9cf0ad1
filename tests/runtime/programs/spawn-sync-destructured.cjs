const { spawnSync } = require('child_process')

const run = spawnSync

setTimeout(() => {
  run('sleep', ['0.4']) // guilty
}, 60)
