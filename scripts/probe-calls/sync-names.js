// Prints the functions of Node.js whose names end in `Sync`, of modules, their classes, and of
// classes that no module exports.
import { open } from 'node:fs/promises'
import { builtinModules } from 'node:module'

const isSync = (name) => name.endsWith('Sync')

function namesOf(module) {
  return Object.getOwnPropertyNames(module).flatMap((name) => {
    const value = module[name]
    if (typeof value !== 'function') return []
    const ofPrototype = Object.getOwnPropertyNames(value.prototype ?? {})
      .filter(isSync)
      .map((method) => `${name}.prototype.${method}`)
    const ofClass = Object.getOwnPropertyNames(value)
      .filter(isSync)
      .map((method) => `${name}.${method}`)
    return [...(isSync(name) ? [name] : []), ...ofPrototype, ...ofClass]
  })
}

const found = builtinModules
  .filter((name) => !name.startsWith('_'))
  .map((name) => (name.startsWith('node:') ? name : `node:${name}`))
  .flatMap((module) =>
    namesOf(process.getBuiltinModule(module)).map((path) => ({ module, path })),
  )

const handle = await open(process.execPath)
const FileHandle = Object.getPrototypeOf(handle)
await handle.close()
for (const method of Object.getOwnPropertyNames(FileHandle).filter(isSync)) {
  found.push({ module: 'node:fs/promises', path: `FileHandle.prototype.${method}` })
}

console.log(JSON.stringify(found))
