import type { HandlerTable } from './handler-table.js'

export const graphql: HandlerTable = {
  '@apollo/server/express4': `
import { expressMiddleware } from '@apollo/server/express4'

expressMiddleware('menu', { context: $ }) // context`,
  '@apollo/server': `
import { ApolloServer } from '@apollo/server'

ApolloServer({ resolvers: { menu: { menu: { resolve: $, subscribe: $ } } } }) // data data context other
ApolloServer({ context: $, plugins: [{ requestDidStart: $ }, { requestDidStart: { willSendResponse: $ } }] }) // context
ApolloServer({ formatResponse: $ }) // data context
ApolloServer({ formatError: $, dataSources: $ }) // error`,
  '@apollo/server/standalone': `
import { startStandaloneServer } from '@apollo/server/standalone'

startStandaloneServer('menu', { context: $ }) // context`,
  'graphql': `
import { GraphQLObjectType, GraphQLFieldResolver } from 'graphql'

GraphQLObjectType({ fields: { menu: { resolve: $, subscribe: $ } }, isTypeOf: $ }) // data data context other
export const asGraphQLFieldResolver: GraphQLFieldResolver = $ // data data context other`,
  '@graphql-tools/merge': `
import { mergeResolvers } from '@graphql-tools/merge'
import { makeExecutableSchema } from '@graphql-tools/schema'

makeExecutableSchema({ resolvers: mergeResolvers([{ Query: { menus: $ } }]) }) // data data context other`,
  '@graphql-tools/schema': `
import { addResolversToSchema, makeExecutableSchema, mergeSchemas } from '@graphql-tools/schema'

addResolversToSchema({ resolvers: { menu: { menu: { resolve: $, subscribe: $ } } } }) // data data context other
makeExecutableSchema({ resolvers: { menu: { menu: { resolve: $, subscribe: $ } } } }) // data data context other
makeExecutableSchema({ resolvers: [{ Query: { menus: $ } }] }) // data data context other
mergeSchemas({ resolvers: { menu: { menu: { resolve: $, subscribe: $ } } } }) // data data context other`,
  'graphql-yoga': `
import { createSchema, createYoga } from 'graphql-yoga'

createSchema({ resolvers: { menu: { menu: { resolve: $, subscribe: $ } } } }) // data data context other
createYoga({ context: $ }) // context`,
  'mercurius': `
import mercurius from 'mercurius'
import fastify from 'fastify'

fastify().register(mercurius, { resolvers: { Query: { menus: $, orders: { resolve: $, subscribe: $ } } } }) // data data context other
fastify().register(mercurius, { loaders: { Menu: { price: $, dishes: { loader: $ } } } }) // data context
fastify().register(mercurius, { context: $ }) // request response
fastify().register(mercurius, { errorFormatter: $ }) // data context
fastify().register(mercurius, { subscription: { context: $ } }) // socket request`,
}
