import { open } from 'node:fs/promises'
import { createRequire } from 'node:module'

// Each file has its own: they are no properties of the global object.
const ofEachFile: Readonly<Record<string, unknown>> = {
  'import.meta.resolve': import.meta.resolve,
  require: createRequire(import.meta.url),
  'require.resolve': createRequire(import.meta.url).resolve,
}

export const major = Number(process.versions.node.split('.')[0])

// Classes that their modules do not export on every version: a method of theirs shows on an
// instance only, which scripts/probe-catalogue.js makes.
const withoutExport = new Set([
  'FileHandle',
  'SQLTagStore',
  'Session',
  'ZipBuffer',
  'ZipEntry',
  'ZipFile',
])

export function isOfUnexportedClass(path: string): boolean {
  return path.includes('.prototype.') && withoutExport.has(path.split('.')[0] ?? '')
}

function valueAt(object: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Record<string, unknown> | undefined)?.[name],
      object,
    )
}

export function exportAt(module: string, path: string): unknown {
  if (module === 'global') return ofEachFile[path] ?? valueAt(globalThis, path)
  return valueAt(process.getBuiltinModule(module), path)
}

/** What `instead` names: an export, a method of an instance, or a method of a file handle. */
export async function alternativeAt(instead: string): Promise<unknown> {
  const [module = '', path = ''] = instead.split('#')
  if (!path.startsWith('FileHandle.')) return exportAt(module, path)
  const handle = await open(process.execPath)
  try {
    return valueAt(handle, path.slice('FileHandle.'.length))
  } finally {
    await handle.close()
  }
}
