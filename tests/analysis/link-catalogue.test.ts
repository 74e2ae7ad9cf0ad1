import { expect, it } from 'vitest'
import { linkProject } from '../../src/analysis/project.js'
import { builtInCatalogue } from '../../src/catalogue/index.js'
import type { ApiFacts, Catalogue } from '../../src/catalogue/types.js'
import { factsOf } from './facts-of.js'

const entries: ReadonlyMap<string, ApiFacts> = new Map([
  ['legacy-orders#connect', { returns: 'Orders' }],
  ['legacy-orders#Orders.prototype.all', { blocking: { kind: 'io', cost: 'high' } }],
])

const catalogue: Catalogue = {
  ...builtInCatalogue,
  lookupModule: (specifier) =>
    specifier === 'legacy-orders'
      ? {
          name: specifier,
          exports: new Map(),
          requestTypes: new Map(),
          handlerTypes: new Map(),
          pluginTypes: new Map(),
          decorators: new Map(),
          baseClasses: new Map(),
        }
      : builtInCatalogue.lookupModule(specifier),
  lookupApi: (specifier, path) =>
    entries.get(`${specifier}#${path}`) ?? builtInCatalogue.lookupApi(specifier, path),
}

it('asks the catalogue that it is given for every API', () => {
  const facts = factsOf(`
    import { connect } from 'legacy-orders'
    import { statSync } from 'node:fs'
    connect('orders').all(statSync('.'))`)
  const apisBy = (known: Catalogue): readonly string[] =>
    linkProject([facts], '/project', () => null, known)
      .program.sites.flat()
      .flatMap(({ apis }) => apis.map(({ module, path }) => `${module}#${path}`))
  expect(apisBy(catalogue).toSorted()).toEqual([
    'legacy-orders#Orders.prototype.all',
    'legacy-orders#connect',
    'node:fs#statSync',
  ])
  expect(apisBy(builtInCatalogue)).toEqual(['node:fs#statSync'])
})
