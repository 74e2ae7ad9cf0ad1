import type { HandlerTable } from './handler-table.js'

export const net: HandlerTable = {
  'node:dgram': `
import { createSocket, Socket } from 'node:dgram'
const socket = new Socket()

createSocket($) // data other
createSocket().addListener('order', $) // data other
socket
  .{addListener on once prependListener prependOnceListener}('order', $) // data other
  .addListener('{listening close error connect}', $) // startup
  .bind($) // startup
  .addListener('order', $) // data other`,
  'node:net': `
import { createServer, Server, connect, createConnection } from 'node:net'
const server = Server()
const socket = connect()

createServer($) // socket
new Server($) // socket
createServer().addListener('order', $) // socket
Server().addListener('order', $) // socket
export const byServer = (typed: Server) => typed.addListener('order', $) // socket
connect().addListener('menu', $) // data
createConnection().addListener('menu', $) // data
server
  .{addListener on once prependListener prependOnceListener}('order', $) // socket
  .addListener('drop', $) // data
  .addListener('keylog', $) // data socket
  .addListener('newSession', $) // data data next
  .addListener('OCSPRequest', $) // data data next
  .addListener('resumeSession', $) // data next
  .addListener('tlsClientError', $) // error socket
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .addListener('order', $) // socket
socket
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data`,
  'node:tls': `
import { createServer, Server, connect } from 'node:tls'
const server = Server()
const tLSSocket = connect()

createServer($) // socket
new Server($) // socket
createServer().addListener('order', $) // socket
Server().addListener('order', $) // socket
export const byServer = (typed: Server) => typed.addListener('order', $) // socket
connect().addListener('menu', $) // data
server
  .{addListener on once prependListener prependOnceListener}('order', $) // socket
  .addListener('drop', $) // data
  .addListener('keylog', $) // data socket
  .addListener('newSession', $) // data data next
  .addListener('OCSPRequest', $) // data data next
  .addListener('resumeSession', $) // data next
  .addListener('tlsClientError', $) // error socket
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .addListener('order', $) // socket
tLSSocket
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data`,
}
