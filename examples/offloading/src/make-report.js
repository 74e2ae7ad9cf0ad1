import { estimatePremium } from './estimate-premium.js'

/**
 * Premiums of all ages: takes longer than anybody waits for an answer.
 * @param {{ rounds: number }} task
 */
export function makeReport({ rounds }) {
  const ages = [20, 30, 40, 50, 60, 70]
  return ages.map((age) => ({ age, premium: estimatePremium({ age, rounds }) }))
}
