import type { HandlerTable } from './handler-table.js'

export const mcp: HandlerTable = {
  '@modelcontextprotocol/sdk/server/index.js': `
import { Server } from '@modelcontextprotocol/sdk/server/index.js'
const server = Server()

Server().setRequestHandler('menu', $) // data other
export const byServer = (typed: Server) => typed.setRequestHandler('menu', $) // data other
server.{setRequestHandler setNotificationHandler}('menu', $) // data other`,
  '@modelcontextprotocol/sdk/server/mcp.js': `
import { ResourceTemplate, McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
const mcpServer = McpServer()

new ResourceTemplate('menu', { list: $, complete: { menu: $ } }) // data
McpServer().tool($) // data other
export const byMcpServer = (typed: McpServer) => typed.tool($) // data other
mcpServer.server.setRequestHandler('menu', $) // data other
mcpServer.{tool registerTool resource registerResource prompt registerPrompt}($) // data other`,
  '@modelcontextprotocol/server': `
import { ResourceTemplate, McpServer } from '@modelcontextprotocol/server'
const mcpServer = McpServer()

new ResourceTemplate('menu', { list: $, complete: { menu: $ } }) // data
McpServer().tool($) // data other
export const byMcpServer = (typed: McpServer) => typed.tool($) // data other
mcpServer.{tool registerTool resource registerResource prompt registerPrompt}($) // data other`,
}
