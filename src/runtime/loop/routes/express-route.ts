import { nodeMajor } from '../../node-version.js'

/** What of Express's request tells its route; Nest's is the same one. */
export interface ExpressRequest {
  readonly route?: { readonly path?: unknown } | undefined
  readonly baseUrl?: unknown
  readonly app?: ExpressApplication | undefined
}

interface ExpressApplication {
  readonly parent?: ExpressApplication
  readonly mountpath?: unknown
  /** Express 4. */
  readonly _router?: { readonly stack?: unknown }
  /** Express 5; in 4, a getter that throws. */
  readonly router?: { readonly stack?: unknown }
}

/** An entry of a router's stack, of Express 4 and of 5. */
interface Layer {
  readonly route?: unknown
  readonly handle?: ExpressApplication & { readonly stack?: unknown }
  readonly slash?: boolean
  readonly matchers?: readonly ((path: string) => LayerMatch | false)[]
  readonly regexp?: RegExp & { readonly fast_slash?: boolean }
  readonly keys?: readonly { readonly name: string | number }[]
}

interface LayerMatch {
  readonly path: string
  readonly params: Readonly<Record<string, string | undefined>>
}

/** What the route can be told from once the request is gone; null for one that has come to no route of Express. */
export function expressOrigin(request: object): ExpressRequest | null {
  try {
    return findOrigin(request)
  } catch {
    // A getter of the program's.
    return null
  }
}

const findOrigin = nodeMajor < 24 ? lookUpOrigin : readOrigin

function readOrigin(request: object): ExpressRequest | null {
  const { route, baseUrl, app } = request as ExpressRequest
  return route === undefined ? null : { route, baseUrl, app }
}

/**
 * Express sets the prototype of a request, after which it was like no object before until Node.js 24: V8 would learn
 * anew at each how to read it, which took some 1,600 instructions a property. From there on, not to look up takes a
 * third of a microsecond off a request.
 */
function lookUpOrigin(request: object): ExpressRequest | null {
  const route: ExpressRequest['route'] = Reflect.get(request, 'route')
  if (route === undefined) return null
  return { route, baseUrl: Reflect.get(request, 'baseUrl'), app: Reflect.get(request, 'app') }
}

/**
 * The pattern of the route that a request has come to, with those of the routers' mount paths;
 * null before it has come to one, and for what is no request of Express.
 */
export function expressRoute(request: object | null | undefined): string | null {
  const { route, baseUrl, app } = expressOrigin(request ?? {}) ?? {}
  const pattern = route?.path
  if (pattern === undefined || pattern === null) return null
  const path = Array.isArray(pattern) ? pattern.join('|') : String(pattern)
  if (typeof baseUrl !== 'string' || baseUrl === '') return path
  return (mountPattern(app, baseUrl, route) ?? baseUrl) + path
}

/**
 * Express keeps no text of a mount path, only what it matches; so the way to the route is walked
 * again, and parameters are put in place of the values that they match.
 */
function mountPattern(
  app: ExpressApplication | undefined,
  baseUrl: string,
  route: unknown,
): string | null {
  try {
    let mounts = ''
    for (let child = app; child?.parent; child = child.parent) {
      if (typeof child.mountpath !== 'string') return null
      if (child.mountpath !== '/') mounts = child.mountpath + mounts
    }
    const segments = baseUrl.split('/')
    const depth = mounts.split('/').length
    const rest = ['', ...segments.slice(depth)].join('/')
    const inner = walk(stackOf(app), rest === '/' ? '' : rest, route, maximumDepth)
    return inner === null ? null : mounts + inner
  } catch {
    return null
  }
}

const maximumDepth = 20

function walk(stack: unknown, rest: string, route: unknown, depth: number): string | null {
  if (!Array.isArray(stack) || depth === 0) return null
  for (const layer of stack as Layer[]) {
    if (layer.route !== undefined) {
      if (layer.route === route && rest === '') return ''
      continue
    }
    const inner = stackOf(layer.handle)
    const match = inner === undefined ? null : matchOf(layer, rest)
    if (!match) continue
    const below = walk(inner, rest.slice(match.path.length), route, depth - 1)
    if (below !== null) return patternOf(layer, match) + below
  }
  return null
}

function stackOf(router: (ExpressApplication & { stack?: unknown }) | undefined): unknown {
  if (router === undefined) return undefined
  return router.stack ?? router._router?.stack ?? ('lazyrouter' in router ? undefined : router.router?.stack)
}

function matchOf({ slash, matchers, regexp, keys = [] }: Layer, path: string): LayerMatch | null {
  if (slash === true || regexp?.fast_slash === true) return { path: '', params: {} }
  for (const matcher of matchers ?? []) {
    const match = matcher(path)
    if (match) return { path: withoutSlash(match.path), params: match.params }
  }
  const found = regexp?.exec(path)
  if (!found) return null
  const params: Record<string, string | undefined> = {}
  for (const [index, { name }] of keys.entries()) params[name] = decode(found[index + 1])
  return { path: withoutSlash(found[0]), params }
}

/** `/users/7` with the parameter `id` of the value `7`: `/users/:id`. */
function patternOf(layer: Layer, { path, params }: LayerMatch): string {
  const segments = path.split('/')
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined) continue
    const index = segments.findIndex((segment, position) => {
      if (decode(segment) !== value) return false
      // What else has this value does not change the parameter.
      const probe = segments.with(position, `${segment}1`).join('/')
      return matchOf(layer, probe)?.params[name] === `${value}1`
    })
    if (index !== -1) segments[index] = `:${name}`
  }
  return segments.join('/')
}

function withoutSlash(path: string): string {
  return path.endsWith('/') ? path.slice(0, -1) : path
}

function decode(text: string | undefined): string | undefined {
  try {
    return text === undefined ? undefined : decodeURIComponent(text)
  } catch {
    return text
  }
}
