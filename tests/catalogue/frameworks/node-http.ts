import type { HandlerTable } from './handler-table.js'

export const nodeHttp: HandlerTable = {
  'node:http': `
import { createServer, Server, IncomingMessage, ServerResponse, RequestListener, OutgoingMessage } from 'node:http'
const server = Server()
const incomingMessage = new IncomingMessage()
const serverResponse = new ServerResponse()

createServer($) // request response
new Server($) // request response
createServer().addListener('order', $) // request response
Server().addListener('order', $) // request response
export const byServer = (typed: Server) => typed.addListener('order', $) // request response
server
  .{addListener on once prependListener prependOnceListener}('order', $) // request response
  .addListener('clientError', $) // error socket
  .addListener('connect', $) // request socket data
  .addListener('connection', $) // socket
  .addListener('drop', $) // data
  .addListener('dropRequest', $) // request socket
  .addListener('secureConnection', $) // socket
  .addListener('session', $) // socket
  .addListener('sessionError', $) // error socket
  .addListener('stream', $) // socket data data
  .addListener('timeout', $) // socket
  .addListener('tlsClientError', $) // error socket
  .addListener('unknownProtocol', $) // socket
  .addListener('upgrade', $) // request socket data
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .setTimeout($) // socket
  .addListener('order', $) // request response
incomingMessage
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data
serverResponse
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data
export const asRequestListener: RequestListener = $ // request response
export const ofIncomingMessage = $<IncomingMessage> // request
export const ofOutgoingMessage = $<OutgoingMessage> // response
export const ofServerResponse = $<ServerResponse> // response`,
  'node:http2': `
import { createServer, createSecureServer, Http2Server, Http2SecureServer, Http2ServerRequest, Http2ServerResponse, ServerHttp2Stream } from 'node:http2'
const http2Server = new Http2Server()
const http2SecureServer = new Http2SecureServer()
const http2ServerRequest = new Http2ServerRequest()
const http2ServerResponse = new Http2ServerResponse()
const serverHttp2Stream = new ServerHttp2Stream()

createServer($) // request response
createSecureServer($) // request response
createServer().addListener('order', $) // request response
createSecureServer().addListener('order', $) // request response
http2Server
  .{addListener on once prependListener prependOnceListener}('order', $) // request response
  .addListener('clientError', $) // error socket
  .addListener('connect', $) // request socket data
  .addListener('connection', $) // socket
  .addListener('drop', $) // data
  .addListener('dropRequest', $) // request socket
  .addListener('secureConnection', $) // socket
  .addListener('session', $) // socket
  .addListener('sessionError', $) // error socket
  .addListener('stream', $) // socket data data
  .addListener('timeout', $) // socket
  .addListener('tlsClientError', $) // error socket
  .addListener('unknownProtocol', $) // socket
  .addListener('upgrade', $) // request socket data
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .setTimeout($) // socket
  .addListener('order', $) // request response
http2SecureServer
  .{addListener on once prependListener prependOnceListener}('order', $) // request response
  .addListener('clientError', $) // error socket
  .addListener('connect', $) // request socket data
  .addListener('connection', $) // socket
  .addListener('drop', $) // data
  .addListener('dropRequest', $) // request socket
  .addListener('secureConnection', $) // socket
  .addListener('session', $) // socket
  .addListener('sessionError', $) // error socket
  .addListener('stream', $) // socket data data
  .addListener('timeout', $) // socket
  .addListener('tlsClientError', $) // error socket
  .addListener('unknownProtocol', $) // socket
  .addListener('upgrade', $) // request socket data
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .setTimeout($) // socket
  .addListener('order', $) // request response
http2ServerRequest
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data
http2ServerResponse
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data
serverHttp2Stream
  .{addListener on once prependListener prependOnceListener}('menu', $) // data
  .addListener('menu', $) // data
export const ofHttp2ServerRequest = $<Http2ServerRequest> // request
export const ofHttp2ServerResponse = $<Http2ServerResponse> // response
export const ofServerHttp2Stream = $<ServerHttp2Stream, Http2ServerRequest> // socket request`,
  'node:https': `
import { createServer, Server } from 'node:https'
const server = Server()

createServer($) // request response
new Server($) // request response
createServer().addListener('order', $) // request response
Server().addListener('order', $) // request response
export const byServer = (typed: Server) => typed.addListener('order', $) // request response
server
  .{addListener on once prependListener prependOnceListener}('order', $) // request response
  .addListener('clientError', $) // error socket
  .addListener('connect', $) // request socket data
  .addListener('connection', $) // socket
  .addListener('drop', $) // data
  .addListener('dropRequest', $) // request socket
  .addListener('secureConnection', $) // socket
  .addListener('session', $) // socket
  .addListener('sessionError', $) // error socket
  .addListener('stream', $) // socket data data
  .addListener('timeout', $) // socket
  .addListener('tlsClientError', $) // error socket
  .addListener('unknownProtocol', $) // socket
  .addListener('upgrade', $) // request socket data
  .addListener('{listening close error}', $) // startup
  .{listen close}($) // startup
  .setTimeout($) // socket
  .addListener('order', $) // request response`,
}
