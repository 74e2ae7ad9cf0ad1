import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

import { readText } from './read-text.js'

/** A source map as text, and the URL that its sources are relative to. */
export interface FoundMap {
  readonly json: string
  readonly url: string
}

// As Node.js looks for it: the last such comment counts.
const comment = /\/[/*][#@]\s*sourceMappingURL=([^\s'"*]+)/g
const dataUrl = /^data:application\/json[^,]*?(;base64)?,(.*)$/s

/** The map that a compiled file refers to, inline or in a file; null when it has none. */
export function findSourceMap(file: string): FoundMap | null {
  if (!path.isAbsolute(file)) return null
  const text = readText(file)
  const reference = text === null ? undefined : [...text.matchAll(comment)].at(-1)?.[1]
  return reference === undefined ? null : readReference(reference, file)
}

function readReference(reference: string, file: string): FoundMap | null {
  try {
    const inline = dataUrl.exec(reference)
    const url = pathToFileURL(file).href
    if (inline) {
      const [, isBase64, data = ''] = inline
      const json = isBase64 ? Buffer.from(data, 'base64').toString() : decodeURIComponent(data)
      return { json, url }
    }
    const mapUrl = new URL(reference, url)
    const json = mapUrl.protocol === 'file:' ? readText(fileURLToPath(mapUrl)) : null
    return json === null ? null : { json, url: mapUrl.href }
  } catch {
    return null
  }
}
