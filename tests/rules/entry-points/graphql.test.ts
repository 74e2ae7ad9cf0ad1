import { describe, expect, it } from 'vitest'
import { entriesOf, expectMarked, type Files } from '../../analysis/marked-files.js'

const fs = `import { readFileSync, statSync } from 'node:fs'`

const kitchen: Files = {
  'src/server.ts': `${fs}
import { ApolloServer } from '@apollo/server'
import { startStandaloneServer } from '@apollo/server/standalone'
import { resolvers } from './resolvers'
const server = new ApolloServer({
  typeDefs: readFileSync('schema.graphql', 'utf8'),
  resolvers,
  formatError: (error) => ({ ...error, at: statSync('log') }), // !
  plugins: [{
    async serverWillStart() { statSync('ready') },
    async requestDidStart() {
      statSync('a') // !
      return { willSendResponse() { statSync('b') } } // !
    },
  }],
})
startStandaloneServer(server, { context: async ({ req }) => ({ user: readFileSync(req.url) }) }) // !`,
  'src/resolvers.ts': `
import { userQueries } from './users'
import { menu } from './menus'
import { authenticated } from '@acme/guards'
import { readFileSync } from 'node:fs'
export const resolvers = {
  Query: { ...userQueries, menu, bill: authenticated(() => readFileSync('bill')) }, // !
  User: { avatar: (user) => readFileSync(user.avatar) }, // !
  Subscription: { cooked: { subscribe: () => readFileSync('cooked'), resolve: (dish) => dish } }, // !
}`,
  'src/users.ts': `${fs}\nexport const userQueries = { users: () => readFileSync('users') } // !\nexport const helper = () => statSync('a')`,
  'src/menus.ts': `${fs}\nexport async function menu(parent, { id }) { return readFileSync(id) } // !`,
}

describe('resolvers', () => {
  it('of Apollo Server, in as many files as one likes', () => expectMarked(kitchen))

  it.each<[string, Files]>([
    [
      'lists of maps, also merged ones',
      {
        'src/schema.ts': `${fs}
import { makeExecutableSchema } from '@graphql-tools/schema'
import { mergeResolvers } from '@graphql-tools/merge'
const users = { Query: { users: () => readFileSync('users') } } // !
const menus = { Query: { menus: () => readFileSync('menus') } } // !
const bills = { Query: { bills: () => readFileSync('bills') } } // !
export const schema = makeExecutableSchema({ typeDefs, resolvers: [users, menus] })
export const other = makeExecutableSchema({ typeDefs, resolvers: mergeResolvers([bills]) })`,
      },
    ],
    [
      'GraphQL Yoga',
      {
        'src/yoga.ts': `${fs}
import { createSchema, createYoga } from 'graphql-yoga'
createYoga({
  schema: createSchema({ resolvers: { Query: { menus: () => readFileSync('menus') } } }), // !
  context: ({ request }) => ({ user: statSync(request.url) }), // !
})`,
      },
    ],
    [
      'types that are written as objects',
      {
        'src/types.ts': `${fs}
import { GraphQLObjectType, GraphQLString, type GraphQLFieldResolver } from 'graphql'
new GraphQLObjectType({
  name: 'Query',
  fields: () => ({
    menus: { type: GraphQLString, resolve: () => readFileSync('menus') }, // !
  }),
})
new GraphQLObjectType({ name: 'Bill', fields: { total: { type: GraphQLString, resolve: (bill) => statSync(bill) } } }) // !
export const users: GraphQLFieldResolver<unknown, unknown> = () => readFileSync('users') // !`,
      },
    ],
    [
      'Mercurius, which is a plugin of Fastify',
      {
        'src/app.ts': `${fs}
import fastify from 'fastify'
import mercurius from 'mercurius'
const app = fastify()
app.register(mercurius, {
  schema: readFileSync('schema.graphql'),
  resolvers: { Query: { menus: async () => readFileSync('menus') } }, // !
  loaders: { Menu: { async dishes(queries) { return readFileSync('dishes') } } }, // !
  context: (request) => ({ user: statSync(request.url) }), // !
})
app.register(other, { resolvers: { Query: { menus: () => readFileSync('menus') } } })`,
      },
    ],
    [
      'nothing that only sounds like one',
      {
        'src/resolvers.ts': `${fs}
export const resolvers = { Query: { menus: () => readFileSync('menus') } }
import { ApolloServer } from './own'
new ApolloServer({ resolvers })`,
      },
    ],
  ])('%s', (_, files) => expectMarked(files))

  it('have the name of their field', () => {
    expect(entriesOf(kitchen)).toEqual([
      'GraphQL request',
      'Query.bill',
      'Query.menu',
      'Query.users',
      'Subscription.cooked',
      'User.avatar',
    ])
    expect(
      entriesOf({
        'src/types.ts': `${fs}
import { GraphQLObjectType } from 'graphql'
new GraphQLObjectType({ name: 'Bill', fields: { total: { resolve: () => statSync('bill') } } })`,
      }),
    ).toEqual(['Bill.total'])
  })
})
