import type { ServedRequest } from './messages.js'

/**
 * A request as the watcher reads it while the loop hangs: its method, its route and its path, a line each. It is
 * written before many a call, and JSON would take longer than all else that is done for one.
 */
export function requestLines({ method, path, route }: ServedRequest): readonly string[] {
  return [method, route ?? '', path]
}

/** Null for no request. A path that was too long for its place lacks its end. */
export function readRequestText(text: string): ServedRequest | null {
  const [method, route, ...path] = text.split('\n')
  if (method === undefined || route === undefined) return null
  return { method, path: path.join('\n'), route: route === '' ? null : route }
}
