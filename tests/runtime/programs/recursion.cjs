function count(n) { // guilty
  return n < 2 ? n : count(n - 1) + count(n - 2) // guilty
}

setTimeout(() => count(37), 60) // guilty
