/**
 * What an insurance costs a year, by playing through lives at random: pure computation.
 * @param {{ age: number, rounds: number }} task
 */
export function estimatePremium({ age, rounds }) {
  let state = age * 7919
  let claims = 0
  for (let round = 0; round < rounds; round += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    if (state / 2 ** 32 < age / 4000) claims += 1
  }
  return Math.round((claims / rounds) * 100_000)
}
