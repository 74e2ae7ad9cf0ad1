// Each turn is below the threshold; together they take a second.
let turns = 0
const bake = () => {
  const end = process.cpuUsage().user + 15_000
  while (process.cpuUsage().user < end) for (let n = 0; n < 5000; n += 1) Math.random()
  if ((turns += 1) < 40) setTimeout(bake, 5)
}
setTimeout(bake, 60)
