let turns = 0
const timer = setInterval(() => {
  turns += 1
  if (turns < 300) return
  clearInterval(timer)
  console.log('counted')
  // A debugger that is still connected would otherwise be waited for.
  process.exit()
}, 5)
