import { createServer, get } from 'node:http'

/** Serves one request that it makes itself, and then closes. */
export function serveOnce(path, handler) {
  const server = createServer(handler)
  server.listen(0, '127.0.0.1', () => request(server.address().port, path, () => server.close()))
}

export function request(port, path, onEnd) {
  get({ port, path, host: '127.0.0.1', agent: false }, (response) => {
    response.resume()
    response.on('end', onEnd)
  })
}
