import {
  allModules,
  builtInCatalogue,
  globalAliases,
  modulesBySpecifier,
  routeShape,
  runnersByMethod,
} from '../../src/catalogue/index.js'
import {
  dataMembers,
  instanceShapes,
  liveMembersByRole,
  shapesByName,
} from '../../src/catalogue/request-members.js'
import { twins } from '../../src/fixes/promise-twin.js'
import { type Collection, giveKey, partsOf, type Row, rowsOfMap, watch, watchProperty } from './removal.js'

const mapsOfModules: readonly Collection[] = allModules().flatMap((module) => {
  const { name, exports, requestTypes, handlerTypes, handlerNames, pluginTypes } = module
  return [
    { name: `${name}#`, map: exports, isOfParts: true },
    { name: `${name} request type `, map: requestTypes },
    { name: `${name} handler type `, map: handlerTypes },
    { name: `${name} handler name `, map: handlerNames },
    { name: `${name} plugin type `, map: pluginTypes },
    { name: `${name} decorator @`, map: module.decorators, isOfParts: true },
    { name: `${name} base class `, map: module.baseClasses, isOfParts: true },
    ...Array.from(module.baseClasses, ([base, members]) => ({
      name: `${name} base class ${base}.`,
      map: members,
    })),
  ]
})

/** Every map of the built catalogue. A test that never asks for a key cannot notice that it is gone. */
export const collections: readonly Collection[] = [
  ...mapsOfModules,
  { name: 'specifier ', map: modulesBySpecifier, isOfWholes: true },
  { name: 'method ', map: runnersByMethod },
  { name: 'global ', map: globalAliases },
  { name: 'promise twin of ', map: twins },
  { name: 'parameter called ', map: shapesByName },
  ...Array.from(shapesByName, ([name, { members }]) => ({
    name: `parameter called ${name}, member `,
    map: members,
  })),
  ...Array.from(liveMembersByRole, ([role, members]) => ({
    name: `member of a ${role}: `,
    map: members,
  })),
]

/** The conventions of each framework, which begins with what rules a file out. */
const ofConventions = builtInCatalogue.fileFrameworks.flatMap(({ framework, files }) =>
  files.map((owner, index) => ({ name: `files of ${framework} files[${index}]`, owner, property: 'unless' })),
)

/** What is asked for by a property, and not by a key. */
const owners = [
  ...builtInCatalogue.fileFrameworks.map((framework) => ({
    name: `files of ${framework.framework}`,
    owner: framework,
    property: 'files',
  })),
  ...instanceShapes.map((shape) => ({
    name: `instance called ${shape.name}`,
    owner: shape,
    property: 'members',
  })),
  { name: 'route-like object', owner: routeShape, property: 'methods' },
]

const ofData = (['request', 'context'] as const).map((role) => ({
  name: `data of a ${role}`,
  owner: dataMembers,
  property: role,
}))

const watched = [...owners, ...ofConventions, ...ofData]

/** Every row of the built catalogue, and every part of one that changes what is found. */
export function allRows(): readonly Row[] {
  const seen = new Map<object, Row[]>()
  for (const { owner, name } of ofConventions) giveKey(owner, name)
  for (const { property, name } of ofData) giveKey(dataMembers[property], name)
  const rows = [
    ...collections.flatMap((collection) => rowsOfMap(collection, seen)),
    ...owners.flatMap(({ owner, name }) => partsOf(owner, name, [name], seen)),
    ...partsOf(dataMembers, 'data of', [], seen),
  ]
  return rows.filter(
    ({ name }) => !withoutReports.has(name) && !withoutEffect.test(name) && !ofUnknownModules.has(name),
  )
}

/** Specifiers of modules of which it is only said why nothing in them is listed. */
const ofUnknownModules = new Set(
  Array.from(modulesBySpecifier).flatMap(([specifier, known]) => {
    const maps = Object.values(known).filter((value) => typeof value !== 'string')
    return maps.every(({ size }) => size === 0) ? [`specifier ${specifier}`] : []
  }),
)

/** What blocks the first time only is listed for people: no report shows it. */
const withoutReports = new Set(
  allModules().flatMap(({ name, exports }) =>
    Array.from(exports).flatMap(([path, { blocking }]) =>
      blocking?.when?.type === 'first-call'
        ? ['', ' kind', ' cost'].map((part) => `${name}#${path} blocking${part}`)
        : [],
    ),
  ),
)

/** `bind` gives its receiver, whatever that is; `import.meta` is nothing that values are followed from. */
const withoutEffect = /\.prototype\.bind returns$|^global#import\.meta\./

/** Reports whenever something of the catalogue is asked for, by a key of `Row.keys`. */
export function watchAll(report: (key: string) => void): void {
  for (const collection of collections) watch(collection, report)
  for (const { owner, name, property } of watched) watchProperty(owner, property, () => report(name))
}
