const end = Date.now() + 1500
while (Date.now() < end) Math.random() // guilty
