import type { ApiFacts, ModuleEntry } from '../types.js'
import { methodsOf } from './methods-of.js'

const named = (noun: string): ApiFacts => ({
  registration: {
    handlers: [{ type: 'last' }],
    parameters: ['data', 'other'],
    label: { type: 'event', noun, argument: 0 },
  },
})

const server: ModuleEntry['exports'] = {
  McpServer: { returns: 'McpServer', boots: true },
  ...methodsOf('McpServer', ['tool', 'registerTool'], named('tool')),
  ...methodsOf('McpServer', ['resource', 'registerResource'], named('resource')),
  ...methodsOf('McpServer', ['prompt', 'registerPrompt'], named('prompt')),
  // Templates list and complete what they stand for.
  ResourceTemplate: {
    registration: {
      handlers: [{ type: 'properties', position: 1, properties: ['list', 'complete.*'] }],
      parameters: ['data'],
      label: { type: 'text', text: 'resource template' },
    },
  },
  'McpServer.prototype.connect': { boots: true },
}

/** Version 1. */
export const mcpServer: ModuleEntry = {
  framework: 'Model Context Protocol SDK',
  specifiers: ['@modelcontextprotocol/sdk/server/mcp.js'],
  exports: {
    ...server,
    'McpServer.prototype.server': { returns: '@modelcontextprotocol/sdk/server/index.js#Server' },
  },
}

/** Version 2. */
export const mcpServer2: ModuleEntry = {
  specifiers: ['@modelcontextprotocol/server'],
  exports: server,
}

export const mcpProtocol: ModuleEntry = {
  framework: 'Model Context Protocol SDK',
  specifiers: ['@modelcontextprotocol/sdk/server/index.js', '@modelcontextprotocol/sdk/server'],
  exports: {
    Server: { returns: 'Server', boots: true },
    ...methodsOf('Server', ['setRequestHandler', 'setNotificationHandler'], (method) => ({
      registration: {
        handlers: [{ type: 'at', positions: [1] }],
        parameters: ['data', 'other'],
        label: {
          type: 'text',
          text: method === 'setRequestHandler' ? 'MCP request' : 'MCP notification',
        },
      },
    })),
    'Server.prototype.connect': { boots: true },
  },
}
