/**
 * @typedef {object} Place A call that somebody has read.
 * @property {string} file Path in the package, with forward slashes.
 * @property {number} line The line on which the call begins.
 * @property {string} api `fs.readFileSync`
 * @property {'serving' | 'brief' | 'harmless'} verdict Whether it can run while requests are served, and takes longer
 *   than microseconds.
 *
 * @typedef {object} Report A finding of ours.
 * @property {string} file
 * @property {number} line
 * @property {string} api
 *
 * @typedef {object} Score
 * @property {number} found Serving, and reported.
 * @property {Place[]} missed Serving, and not reported.
 * @property {Place[]} wrong Brief or harmless, and reported.
 * @property {number} silent Brief or harmless, and not reported.
 */

/**
 * Compares what was reported with what was labelled; reports at other places count for nothing.
 * @param {readonly Place[]} places
 * @param {readonly Report[]} reports
 * @returns {Score}
 */
export function scorePlaces(places, reports) {
  const reported = new Set(reports.map(keyOf))
  const score = { found: 0, missed: [], wrong: [], silent: 0 }
  for (const place of places) {
    const isReported = reported.has(keyOf(place))
    if (place.verdict === 'serving') {
      if (isReported) score.found += 1
      else score.missed.push(place)
    } else if (isReported) score.wrong.push(place)
    else score.silent += 1
  }
  return score
}

/**
 * @param {readonly Score[]} scores
 * @returns {Score}
 */
export function addScores(scores) {
  return {
    found: scores.reduce((sum, { found }) => sum + found, 0),
    missed: scores.flatMap(({ missed }) => missed),
    wrong: scores.flatMap(({ wrong }) => wrong),
    silent: scores.reduce((sum, { silent }) => sum + silent, 0),
  }
}

/**
 * The share of right ones among the reports, and of reported ones among what should be; null where there
 * is nothing to divide by.
 * @param {Score} score
 */
export function ratesOf({ found, missed, wrong }) {
  const share = (all) => (all === 0 ? null : found / all)
  return { precision: share(found + wrong.length), recall: share(found + missed.length) }
}

/** Two calls may stand on a line; `fs` and `node:fs` are one, and so are `Statement.run` and `Statement#run`. */
function keyOf({ file, line, api }) {
  return `${file}:${line} ${/\w*$/.exec(api)?.[0]}`
}
