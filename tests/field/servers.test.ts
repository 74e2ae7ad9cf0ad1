import { describe, expect, test } from 'vitest'
import { readServers } from './read-servers.js'

const servers = readServers()

describe('the labelled places', () => {
  test.each(servers)('of $server name their source and their call', (server) => {
    expect(server.server).toMatch(/^(@[\w.-]+\/)?[\w.-]+$/)
    if (server.commit === undefined) expect(server.version).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
    else expect(server.commit).toMatch(/^[0-9a-f]{40}$/)
    expect(['JavaScript', 'TypeScript']).toContain(server.language)
    expect(server.framework).not.toBe('')
    expect(server.folders).not.toHaveLength(0)
    for (const place of server.places) {
      expect(place.file).toMatch(/^[^/\\][^\\]*\.[cm]?[jt]sx?$/)
      expect(server.folders).toContainEqual(place.file.split('/')[0])
      expect(Number.isInteger(place.line) && place.line > 0).toBe(true)
      expect(place.api).toMatch(/^[\w@/-]+(\.\w+)+$/)
      expect(['search', 'reports']).toContain(place.drawn)
      expect(['serving', 'brief', 'harmless']).toContain(place.verdict)
    }
  })

  test.each(servers)('of $server say why, and how a request gets there', (server) => {
    for (const { verdict, reason, chain = [] } of server.places) {
      expect(reason).toMatch(/^[A-Z].{14,}\.$/)
      if (verdict !== 'harmless') expect(chain[0]).toMatch(/\S/)
      else expect(chain).toHaveLength(0)
    }
  })

  test.each(servers)('of $server are each labelled once', ({ places }) => {
    const keys = places.map(({ file, line, api }) => `${file}:${line} ${api}`)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test('belong to different servers', () => {
    const names = servers.map(({ server }) => server)
    expect(new Set(names).size).toBe(names.length)
  })

  test('are enough of them, of both verdicts, both languages and all large frameworks', () => {
    const published = servers.filter(({ version }) => version !== undefined)
    const verdicts = published.flatMap(({ places }) => places.map(({ verdict }) => verdict))
    expect(published.length).toBeGreaterThanOrEqual(10)
    expect(verdicts.length).toBeGreaterThanOrEqual(150)
    for (const verdict of ['serving', 'harmless']) {
      expect(verdicts.filter((each) => each === verdict).length).toBeGreaterThanOrEqual(60)
    }
    const languages = published.map(({ language }) => language)
    expect(languages).toEqual(expect.arrayContaining(['JavaScript', 'TypeScript']))
    const frameworks = published.map(({ framework }) => framework).join()
    for (const name of ['Express', 'Fastify', 'Koa', 'Nest', 'Next.js']) {
      expect(frameworks).toContain(name)
    }
  })
})
