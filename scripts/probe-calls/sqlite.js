import { isThere, optional } from './scratch.js'

const sqlite = optional('node:sqlite')

const database = () => new sqlite.DatabaseSync(':memory:')

const table = () => {
  const opened = database()
  opened.exec('create table loaves (id integer primary key)')
  return opened
}

const statement = () => table().prepare('select count(*) as number from loaves')

export const sqliteCalls = {
  'node:sqlite#DatabaseSync': () => [database, isThere],
  'node:sqlite#DatabaseSync.prototype.applyChangeset': (from = table(), to = table()) => {
    const session = from.createSession()
    from.exec('insert into loaves default values')
    const changes = session.changeset()
    return [() => to.applyChangeset(changes), (result) => result === true]
  },
  'node:sqlite#DatabaseSync.prototype.close': (opened = database()) => [
    () => opened.close(),
    () => !opened.isOpen,
  ],
  'node:sqlite#DatabaseSync.prototype.deserialize': (from = table(), to = database()) => {
    const image = from.serialize()
    return [() => to.deserialize(image), () => isThere(to.prepare('select * from loaves').all())]
  },
  'node:sqlite#DatabaseSync.prototype.exec': (opened = database()) => [
    () => opened.exec('create table rolls (id)'),
    () => opened.prepare('select * from rolls').all().length === 0,
  ],
  'node:sqlite#DatabaseSync.prototype.open': () => {
    const closed = new sqlite.DatabaseSync(':memory:', { open: false })
    return [() => closed.open(), () => isThere(closed.prepare('select 1'))]
  },
  'node:sqlite#DatabaseSync.prototype.prepare': (opened = table()) => [
    () => opened.prepare('select * from loaves'),
    isThere,
  ],
  'node:sqlite#DatabaseSync.prototype.serialize': (opened = table()) => [
    () => opened.serialize(),
    (result) => result.length > 0,
  ],
  'node:sqlite#Session.prototype.changeset': (opened = table().createSession()) => [
    () => opened.changeset(),
    isThere,
  ],
  'node:sqlite#Session.prototype.patchset': (opened = table().createSession()) => [
    () => opened.patchset(),
    isThere,
  ],
  'node:sqlite#StatementSync.prototype.all': (prepared = statement()) => [
    () => prepared.all(),
    (result) => result[0].number === 0,
  ],
  'node:sqlite#StatementSync.prototype.get': (prepared = statement()) => [
    () => prepared.get(),
    (result) => result.number === 0,
  ],
  'node:sqlite#StatementSync.prototype.iterate': (prepared = statement()) => [
    () => [...prepared.iterate()],
    (result) => result[0].number === 0,
  ],
  'node:sqlite#StatementSync.prototype.run': () => {
    const insert = table().prepare('insert into loaves default values')
    return [() => insert.run(), (result) => Number(result.changes) === 1]
  },
  ...Object.fromEntries(
    ['all', 'get', 'iterate', 'run'].map((method) => [
      `node:sqlite#SQLTagStore.prototype.${method}`,
      () => {
        const store = table().createTagStore()
        return [() => store[method]`select 1 as number`, isThere]
      },
    ]),
  ),
}
