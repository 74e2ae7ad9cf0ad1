// Looks whether a module has what is claimed of it: `check-exports.mjs <specifier> <claims as JSON>`.
import { createRequire } from 'node:module'
import { instances } from './instances.mjs'

const [specifier, json] = process.argv.slice(2)

const valueAt = (object, path) => path.split('.').reduce((value, name) => value?.[name], object)
const isFunction = (value) => typeof value === 'function'

async function load() {
  try {
    return await import(specifier)
  } catch (error) {
    if (error.code === 'ERR_MODULE_NOT_FOUND') throw error
    return createRequire(import.meta.url)(specifier)
  }
}

/** As an export, as a member of the default export, or of the default export of that. */
function exported(module, path) {
  const whole = [module, module.default, module.default?.default]
  if (path === 'default') return whole.find(isFunction)
  return whole.map((object) => valueAt(object, path)).find((value) => value !== undefined)
}

async function instanceOf(module, className, returns) {
  const make = instances[`${specifier}#${className}`]
  if (make !== undefined) return make(module)
  const names = Object.keys(returns).filter((name) => returns[name] === className)
  for (const name of [className, ...names.filter((name) => !name.includes('.prototype.'))]) {
    const value = exported(module, name)
    // An arrow function makes no instances.
    if (isFunction(value) && value.prototype !== undefined) return value.prototype
  }
  return undefined
}

/** `function`, what else it is, or `property` for one that only instances can read. */
function kindOf(object, path) {
  const names = path.split('.')
  const last = names.pop()
  const owner = names.length > 0 ? valueAt(object, names.join('.')) : object
  try {
    return typeof owner?.[last]
  } catch {
    return 'property'
  }
}

async function outcomeOf(module, { path, returns }) {
  const [, className, method] = /^(.*?)\.prototype(?:\.(.*))?$/.exec(path) ?? []
  if (className === undefined) {
    const value = exported(module, path)
    return isFunction(value) ? 'function' : typeof value
  }
  let instance
  try {
    instance = await instanceOf(module, className, returns)
  } catch {
    return 'no instance'
  }
  if (instance === undefined) return 'no instance'
  return method === undefined ? typeof instance : kindOf(instance, method)
}

async function answer() {
  let module
  try {
    module = await load()
  } catch (error) {
    return { error: String(error.message).split('\n')[0] }
  }
  const results = []
  for (const claim of JSON.parse(json)) {
    const outcome = await outcomeOf(module, claim)
    results.push({ path: claim.path, isProperty: claim.isProperty, outcome })
  }
  return { results }
}

// What the module itself prints must not stand on the same line.
process.stdout.write(`\nanswer:${JSON.stringify(await answer())}\n`, () => process.exit())
