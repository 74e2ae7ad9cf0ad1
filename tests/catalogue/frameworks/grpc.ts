import type { HandlerTable } from './handler-table.js'

export const grpc: HandlerTable = {
  '@grpc/grpc-js': `
import { Server, handleBidiStreamingCall, handleClientStreamingCall, handleServerStreamingCall, handleUnaryCall, ServerDuplexStream, ServerReadableStream, ServerUnaryCall, ServerWritableStream } from '@grpc/grpc-js'
const server = Server()

Server().addService('menu', { menu: $ }) // request next
export const byServer = (typed: Server) => typed.addService('menu', { menu: $ }) // request next
server.addService('menu', { menu: $ }) // request next
server.register('menu', $) // request next
server.bindAsync($) // startup
export const ashandleBidiStreamingCall: handleBidiStreamingCall = $ // request
export const ashandleClientStreamingCall: handleClientStreamingCall = $ // request next
export const ashandleServerStreamingCall: handleServerStreamingCall = $ // request
export const ashandleUnaryCall: handleUnaryCall = $ // request next
export const ofServerDuplexStream = $<ServerDuplexStream> // request
export const ofServerReadableStream = $<ServerReadableStream> // request
export const ofServerUnaryCall = $<ServerUnaryCall> // request
export const ofServerWritableStream = $<ServerWritableStream> // request`,
}
