const { execFile } = require('node:child_process')

execFile('sleep', ['0.5'], () => {})
