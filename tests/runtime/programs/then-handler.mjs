const menu = new Promise((resolve) => setTimeout(resolve, 60, ['loaf']))

menu.then((items) => {
  const end = process.cpuUsage().user + 350_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random() // guilty
  return items
})
