/**
 * What makes an object look like a route of a server, whoever reads it: `{ method: 'post', path: '/orders', handler }`.
 * Only all three together do.
 */
export const routeShape = {
  /** Names of the member that holds the path, which begins with a slash. */
  paths: ['path', 'url'],
  method: 'method',
  methods: ['delete', 'get', 'head', 'options', 'patch', 'post', 'put'],
  handler: 'handler',
} as const
