import type { ModuleEntry, ParameterRole } from '../types.js'

const unary: readonly ParameterRole[] = ['request', 'next']

/** Version 1. */
export const grpcJs: ModuleEntry = {
  framework: 'gRPC',
  specifiers: ['@grpc/grpc-js'],
  exports: {
    Server: { returns: 'Server', boots: true },
    'Server.prototype.addService': {
      registration: {
        handlers: [{ type: 'properties', position: 1, properties: ['*'] }],
        parameters: unary,
        label: { type: 'keys', noun: 'gRPC method' },
      },
    },
    'Server.prototype.register': {
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: unary,
        label: { type: 'event', noun: 'gRPC method', argument: 0 },
      },
    },
    'Server.prototype.bindAsync': {
      registration: {
        handlers: [{ type: 'last' }],
        parameters: [],
        label: { type: 'text', text: 'bind callback' },
        phase: 'startup',
      },
      boots: true,
    },
    'Server.prototype.start': { boots: true },
  },
  requestTypes: {
    ServerDuplexStream: 'request',
    ServerReadableStream: 'request',
    ServerUnaryCall: 'request',
    ServerWritableStream: 'request',
  },
  handlerTypes: {
    handleBidiStreamingCall: ['request'],
    handleClientStreamingCall: unary,
    handleServerStreamingCall: ['request'],
    handleUnaryCall: unary,
  },
}
