const end = process.cpuUsage().user + 1500_000
while (process.cpuUsage().user < end) Math.random() // guilty
