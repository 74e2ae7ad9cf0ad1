import type { ParameterRole } from './types.js'

/** Roles whose objects live on the handler's side only. */
type RequestRole = Extract<ParameterRole, 'request' | 'response' | 'context' | 'socket'>

/** What makes a parameter without a type or a known registration look like a request object. */
interface RequestShape {
  /** How such a parameter is called by convention. */
  readonly names: readonly string[]
  /** Members that hardly anything else of that name has. */
  readonly members: readonly string[]
  /** Shorter names, which need members of their own. */
  readonly shortNames?: Readonly<Record<string, readonly string[]>>
}

const responseMethods = [
  'attachment',
  'clearCookie',
  'code',
  'cookie',
  'download',
  'end',
  'flushHeaders',
  'format',
  'hijack',
  'json',
  'jsonp',
  'redirect',
  'removeHeader',
  'render',
  'send',
  'sendFile',
  'sendStatus',
  'setHeader',
  'status',
  'type',
  'vary',
  'write',
  'writeHead',
] as const

/** By role. A name alone proves nothing, and neither does a member: both together do. */
const requestShapes: Readonly<Record<'request' | 'response' | 'context', RequestShape>> = {
  request: {
    names: ['req', 'request', '_req'],
    members: [
      'accepts',
      'baseUrl',
      'body',
      'cookies',
      'file',
      'files',
      'get',
      'header',
      'headers',
      'hostname',
      'httpVersion',
      'ip',
      'ips',
      'method',
      'originalUrl',
      'params',
      'path',
      'pipe',
      'protocol',
      'query',
      'raw',
      'rawBody',
      'rawHeaders',
      'route',
      'secure',
      'session',
      'signedCookies',
      'socket',
      'url',
      'user',
      'xhr',
    ],
  },
  response: {
    names: ['res', 'response', 'reply', '_res'],
    members: [...responseMethods, 'headersSent', 'locals', 'writableEnded'],
    // hapi's toolkit
    shortNames: {
      h: ['abandon', 'authenticated', 'continue', 'redirect', 'response', 'unauthenticated', 'view'],
    },
  },
  context: {
    names: ['ctx', 'context'],
    // `status` is left out: whatever is called a context has one.
    members: ['body', 'redirect', 'req', 'request', 'res', 'response', 'throw'],
    // Hono's context
    shortNames: { c: ['req'] },
  },
}

/** Parameters that are called as their framework is, and are used as its instance. */
export const instanceShapes = [
  {
    name: 'fastify',
    members: ['addHook', 'decorate', 'get', 'post', 'register', 'route', 'setErrorHandler'],
    instance: { module: 'fastify', className: 'FastifyInstance' },
  },
] as const

/** The class of a framework whose instance a parameter is, by its name and the members that are used. */
export function instanceOfShape(
  name: string,
  members: readonly string[],
): { readonly module: string; readonly className: string } | undefined {
  return instanceShapes.find(
    (shape) => shape.name === name && shape.members.some((member) => members.includes(member)),
  )?.instance
}

/** Members that are data, in the order in which they are worth a mention. */
export const dataMembers: Readonly<Record<'request' | 'context', readonly string[]>> = {
  request: [
    'body',
    'params',
    'query',
    'headers',
    'url',
    'method',
    'payload',
    'rawBody',
    'cookies',
    'originalUrl',
    'path',
    'ip',
    'hostname',
  ],
  context: ['params', 'query', 'headers', 'url', 'method', 'path', 'ip', 'hostname'],
}

/** The data among the members that are used of a request object of a role. */
export function dataAmong(role: ParameterRole, members: readonly string[]): readonly string[] {
  if (role !== 'request' && role !== 'context') return []
  return dataMembers[role].filter((name) => members.includes(name))
}

/**
 * What a member of a request object is: another such object, or something else that cannot leave.
 */
type LiveMember = RequestRole | 'live'

/**
 * Members that cannot be handed to another thread, by role. All others are taken for data: `body`,
 * `query`, `params`, `headers`, `url`, `method` and `ip` were seen to arrive whole for Express,
 * Fastify and Koa.
 */
const liveMembers: Readonly<Record<RequestRole, Readonly<Record<string, LiveMember>>>> = {
  request: {
    app: 'live',
    client: 'socket',
    connection: 'socket',
    ctx: 'context',
    next: 'live',
    raw: 'request',
    req: 'request',
    res: 'response',
    response: 'response',
    server: 'live',
    socket: 'socket',
    stream: 'socket',
  },
  response: {
    app: 'live',
    connection: 'socket',
    ctx: 'context',
    raw: 'response',
    req: 'request',
    request: 'request',
    res: 'response',
    server: 'live',
    socket: 'socket',
    stream: 'socket',
  },
  context: {
    app: 'live',
    cookies: 'live',
    req: 'request',
    request: 'request',
    res: 'response',
    response: 'response',
    socket: 'socket',
  },
  socket: { server: 'live' },
}

/** What parameters of a name are by convention, and the members that show it. */
export const shapesByName = new Map(
  (['request', 'response', 'context'] as const).flatMap((role) => {
    const { names, members, shortNames = {} } = requestShapes[role]
    return [
      ...names.map((name) => [name, { role, members: new Set(members) }] as const),
      ...Object.entries(shortNames).map(
        ([name, own]) => [name, { role, members: new Set(own) }] as const,
      ),
    ]
  }),
)

/** What a parameter of this name is by convention, if one of these members is used of it. */
export function shapeOfName(
  name: string,
): { readonly role: 'request' | 'response' | 'context'; readonly members: ReadonlySet<string> } | undefined {
  return shapesByName.get(name)
}

/** By role and member. */
export const liveMembersByRole = new Map(
  Object.entries(liveMembers).map(([role, members]) => [role, new Map(Object.entries(members))]),
)

/**
 * Whether a member of a request object is data that another thread can have: `req.body.user` is,
 * `req`, `req.socket` and `ctx.request` are not. What is not known to be alive is taken for data.
 *
 * @param member the role of the object, and the path from it; an empty path is the object itself
 */
export function isPlainRequestMember(member: {
  readonly role: ParameterRole
  readonly path: string
}): boolean {
  let at: string = member.role
  for (const name of member.path === '' ? [] : member.path.split('.')) {
    const next = liveMembersByRole.get(at)?.get(name)
    if (next === undefined) return true
    at = next
  }
  return at !== 'live' && !liveMembersByRole.has(at)
}
