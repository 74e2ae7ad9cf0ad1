import type { ApiFacts, ModuleEntry, ParameterRole, Registration } from '../types.js'

const parameters: readonly ParameterRole[] = ['data', 'data', 'context', 'other']

/** Every field of every type, also where it is an object of its own, and where there are several maps. */
const resolverMap: Registration = {
  handlers: [
    {
      type: 'properties',
      position: 0,
      properties: ['resolvers.*.*', 'resolvers.*.*.resolve', 'resolvers.*.*.subscribe'],
    },
  ],
  parameters,
  label: { type: 'keys' },
}

const perRequest = (
  position: number,
  properties: readonly string[],
  roles: readonly ParameterRole[] = ['context'],
): Registration => ({
  handlers: [{ type: 'properties', position, properties }],
  parameters: roles,
  label: { type: 'text', text: 'GraphQL request' },
})

const server: ApiFacts = {
  registration: resolverMap,
  alsoRegisters: [
    perRequest(0, ['context', 'plugins.requestDidStart', 'plugins.requestDidStart.*']),
    perRequest(0, ['formatResponse'], ['data', 'context']),
    perRequest(0, ['formatError', 'dataSources'], ['error']),
  ],
  boots: true,
}

const contextOf = (position: number): ApiFacts => ({
  registration: perRequest(position, ['context']),
})

/** Versions 2 to 5. */
export const apolloServer: ModuleEntry = {
  framework: 'Apollo Server',
  specifiers: [
    '@apollo/server',
    'apollo-server',
    'apollo-server-core',
    'apollo-server-express',
    'apollo-server-fastify',
    'apollo-server-koa',
    'apollo-server-lambda',
    'apollo-server-micro',
  ],
  exports: { ApolloServer: server },
}

export const apolloStandalone: ModuleEntry = {
  framework: 'Apollo Server',
  specifiers: ['@apollo/server/standalone'],
  exports: { startStandaloneServer: { ...contextOf(1), boots: true } },
}

export const apolloExpress: ModuleEntry = {
  framework: 'Apollo Server',
  specifiers: ['@apollo/server/express4', '@as-integrations/express4', '@as-integrations/express5'],
  exports: { expressMiddleware: contextOf(1) },
}

/** Versions 3 to 5. */
export const graphqlYoga: ModuleEntry = {
  framework: 'GraphQL Yoga',
  specifiers: ['graphql-yoga'],
  exports: {
    createSchema: { registration: resolverMap },
    createYoga: { ...contextOf(0), boots: true },
  },
}

export const graphqlTools: ModuleEntry = {
  framework: 'GraphQL Tools',
  specifiers: ['@graphql-tools/schema', 'graphql-tools'],
  exports: {
    addResolversToSchema: { registration: resolverMap },
    makeExecutableSchema: { registration: resolverMap },
    mergeSchemas: { registration: resolverMap },
  },
}

export const graphqlMerge: ModuleEntry = {
  framework: 'GraphQL Tools',
  specifiers: ['@graphql-tools/merge'],
  exports: { mergeResolvers: { returns: 'argument' } },
}

/** Schemas that are written as objects, in version 14 to 16. */
export const graphqlJs: ModuleEntry = {
  framework: 'GraphQL.js',
  specifiers: ['graphql'],
  exports: {
    GraphQLObjectType: {
      registration: {
        handlers: [
          {
            type: 'properties',
            position: 0,
            properties: ['fields.*.resolve', 'fields.*.subscribe', 'isTypeOf'],
          },
        ],
        parameters,
        label: { type: 'keys', owner: 'name' },
      },
    },
  },
  handlerTypes: { GraphQLFieldResolver: parameters },
}

/** Versions 11 to 16: a plugin of Fastify, which gets the map among its options. */
export const mercurius: ModuleEntry = {
  framework: 'Mercurius',
  specifiers: ['mercurius'],
  exports: {
    default: {
      asPlugin: [
        {
          ...resolverMap,
          handlers: [
            {
              type: 'properties',
              position: 1,
              properties: ['resolvers.*.*', 'resolvers.*.*.resolve', 'resolvers.*.*.subscribe'],
            },
          ],
        },
        {
          handlers: [
            {
              type: 'properties',
              position: 1,
              properties: ['loaders.*.*', 'loaders.*.*.loader'],
            },
          ],
          parameters: ['data', 'context'],
          label: { type: 'keys', noun: 'loader' },
        },
        perRequest(1, ['context'], ['request', 'response']),
        perRequest(1, ['errorFormatter'], ['data', 'context']),
        perRequest(1, ['subscription.context'], ['socket', 'request']),
      ],
    },
  },
}
