import childProcess from 'node:child_process'

setTimeout(() => {
  childProcess.spawnSync('sleep', ['0.4']) // guilty
}, 60)
