const scan = Buffer.alloc(90_000_000, 'loaf') // prepares

setTimeout(() => {
  for (let index = 0; index < 8; index += 1) scan.toString('base64') // guilty
}, 60)
