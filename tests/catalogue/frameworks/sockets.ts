import type { HandlerTable } from './handler-table.js'

export const sockets: HandlerTable = {
  'socket.io': `
import { IncomingMessage } from 'node:http'
import socketio, { Server, Socket } from 'socket.io'
const server = Server()
const namespace = server.of()
const { engine } = server
const socket = new Socket()

socketio().addListener('order', $) // socket
Server().addListener('order', $) // socket
export const byServer = (typed: Server) => typed.addListener('order', $) // socket
server.of().addListener('order', $) // socket
server.sockets.addListener('order', $) // socket
server.engine.use($) // request response next
server
  .to().in().except().timeout()
  .{addListener on once prependListener prependOnceListener}('order', $) // socket
  .addListener('{new_namespace initial_headers headers}', $) // startup
  .use($) // socket next
  .addListener('order', $) // socket
server.of('menu', $) // socket
namespace
  .to().in().except().timeout()
  .{addListener on once prependListener prependOnceListener}('order', $) // socket
  .addListener('{new_namespace initial_headers headers}', $) // startup
  .use($) // socket next
  .addListener('order', $) // socket
engine.use($) // request response next
socket
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .{onAny prependAny onAnyOutgoing prependAnyOutgoing}($) // data
  .use($) // data next
  .addListener('menu', $) // data
export const ofSocket = $<Socket, IncomingMessage> // socket request`,
  'ws': `
import { IncomingMessage } from 'node:http'
import ws, { WebSocket, Server, WebSocketServer } from 'ws'
const webSocketServer = WebSocketServer()
const webSocket = new WebSocket()

ws().addListener('order', $) // data other
export const byWebSocket = (typed: WebSocket) => typed.addListener('order', $) // data other
Server().addListener('order', $) // socket request
export const byServer = (typed: Server) => typed.addListener('order', $) // socket request
WebSocketServer().addListener('order', $) // socket request
export const byWebSocketServer = (typed: WebSocketServer) => typed.addListener('order', $) // socket request
webSocketServer
  .{addListener on once prependListener prependOnceListener}('order', $) // socket request
  .addListener('headers', $) // data request
  .addListener('wsClientError', $) // error socket request
  .addListener('{listening close error}', $) // startup
  .addListener('order', $) // socket request
webSocketServer.handleUpgrade('menu', 'menu', 'menu', $) // socket request
webSocket
  .{addListener on once prependListener prependOnceListener addEventListener}('order', $) // data other
  .addListener('{open upgrade unexpected-response}', $) // startup
  .addListener('order', $) // data other
export const ofWebSocket = $<WebSocket, IncomingMessage> // socket request`,
}
