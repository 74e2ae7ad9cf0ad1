const scan = Buffer.alloc(30_000_000, 'loaf') // prepares

setTimeout(() => {
  const before = process.cpuUsage()
  while (process.cpuUsage(before).user < 400_000) scan.toString('base64') // guilty
}, 60)
