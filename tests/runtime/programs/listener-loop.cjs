const { EventEmitter } = require('node:events')

const kitchen = new EventEmitter()
kitchen.on('order', function cook() {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
})
setTimeout(() => kitchen.emit('order'), 60)
