function countPrimes(limit) {
  let count = 0
  for (let candidate = 2; count < limit; candidate += 1) { // guilty
    let divisor = 2 // guilty
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor += 1 // guilty
    if (divisor * divisor > candidate) count += 1 // guilty
  }
  return count
}

setTimeout(() => countPrimes(150_000), 60)
