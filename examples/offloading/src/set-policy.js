/**
 * The pages of a policy, with its lines filled up to one width: computation that keeps much in memory.
 * @param {{ holder: string, pages: number }} task
 */
export function setPolicy({ holder, pages }) {
  const words = `${holder} is insured against fire, water, wind and the forgetfulness of others`.split(' ')
  const lines = []
  for (let page = 0; page < pages; page += 1) {
    let line = ''
    for (let place = 0; place < 3000; place += 1) {
      const word = words[(page * 31 + place * 17) % words.length]
      if (line.length + word.length > 72) {
        lines.push(line.padEnd(72))
        line = ''
      }
      line += `${word} `
    }
  }
  return { holder, lines: lines.length, last: lines.at(-1) }
}
