import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('servers/', import.meta.url)

/**
 * @typedef {import('./score.js').Place & { drawn: 'search' | 'reports', reason: string, chain?: string[] }} LabelledPlace
 *
 * @typedef {object} Server
 * @property {string} server Name of the npm package, or `owner/name` of a repository.
 * @property {string} [version] Exact version on npm.
 * @property {string} [commit] Instead of a version: the commit of a repository, which has to be at hand.
 * @property {string} framework
 * @property {'JavaScript' | 'TypeScript'} language
 * @property {string[]} folders What to check in it.
 * @property {LabelledPlace[]} places
 */

/**
 * All servers with labelled places, by name.
 * @returns {Server[]}
 */
export function readServers() {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')))
}
