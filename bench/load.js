// Requests for a server on this machine, over connections that stay open.
import { Agent, get } from 'node:http'

const connections = 20

export function openAgent() {
  return new Agent({ keepAlive: true, maxSockets: connections })
}

/** Sends requests over all connections at a time, and resolves when all are answered. */
export async function load({ port, agent }, target, count) {
  let left = count
  const client = async () => {
    while (left > 0) {
      left -= 1
      await new Promise((resolve, reject) => {
        get({ port, agent, host: '127.0.0.1', path: target }, (response) => {
          response.resume().on('end', resolve)
        }).on('error', reject)
      })
    }
  }
  await Promise.all(Array.from({ length: connections }, client))
}
