import type { Reference } from './facts.js'
import type { Evaluator } from './link/evaluator.js'

// `fileURLToPath(new URL(…)).toString()` is about as deep as anybody writes it.
const deepest = 5

const pathBuilders = new Set(['join', 'resolve'])
const unwrappers = new Set(['fileURLToPath', 'pathToFileURL', 'resolve', 'toString'])

/**
 * The file of the project that an expression names from the place of its own file: `new URL('./print.js',
 * import.meta.url)`, `path.join(__dirname, 'print.js')`, `require.resolve('./print.js')`. Null for what depends on
 * the working directory, or is put together at run time.
 */
export function fileNamedBy(reference: Reference, file: number, evaluator: Evaluator): number | null {
  const specifier = specifierNamedBy(reference, file, evaluator, 0)
  return specifier === null ? null : evaluator.resolveImport(specifier, file)
}

function specifierNamedBy(
  reference: Reference,
  file: number,
  evaluator: Evaluator,
  depth: number,
): string | null {
  if (depth > deepest) return null
  const facts = evaluator.files[file]
  const next = (other: Reference | undefined): string | null =>
    other === undefined ? null : specifierNamedBy(other, file, evaluator, depth + 1)
  if (reference.type === 'variable') {
    const writes = facts?.variables[reference.variable]?.writes ?? []
    return writes.length === 1 ? next(writes[0]) : null
  }
  // `.href`, `.pathname`
  if (reference.type === 'member') return next(reference.object)
  if (reference.type !== 'call') return null
  const call = facts?.calls[reference.call]
  if (call === undefined || call.spreadAt !== -1) return null
  const { callee, arguments: passed } = call
  const name = callee.type === 'member' ? callee.property : nameOf(callee, file, evaluator)
  const [first, second] = passed
  if (call.form === 'new') {
    return name === 'URL' && isOwnUrl(second) ? relativeText(first) : null
  }
  if (name === 'resolve' && callee.type === 'member' && isGlobal(callee.object, 'require')) {
    return relativeText(first)
  }
  if (pathBuilders.has(name) && (isGlobal(first, '__dirname') || isOwnFolder(first))) {
    const parts = passed.slice(1).map(textOf)
    return parts.some((part) => part === null) ? null : `./${parts.join('/')}`
  }
  if (!unwrappers.has(name)) return null
  return next(name === 'toString' && callee.type === 'member' ? callee.object : first)
}

function nameOf(callee: Reference, file: number, evaluator: Evaluator): string {
  if (callee.type === 'global') return callee.name
  if (callee.type !== 'variable') return ''
  const [write] = evaluator.files[file]?.variables[callee.variable]?.writes ?? []
  if (write?.type === 'import') return write.name
  return write?.type === 'member' ? write.property : ''
}

/** `import.meta.url` */
function isOwnUrl(reference: Reference | undefined): boolean {
  return reference?.type === 'member' && reference.property === 'url' && reference.object.type === 'unknown'
}

/** `import.meta.dirname` */
function isOwnFolder(reference: Reference | undefined): boolean {
  return reference?.type === 'member' && reference.property === 'dirname' && reference.object.type === 'unknown'
}

function isGlobal(reference: Reference | undefined, name: string): boolean {
  return reference?.type === 'global' && reference.name === name
}

function textOf(reference: Reference): string | null {
  return reference.type === 'literal' && typeof reference.value === 'string' ? reference.value : null
}

function relativeText(reference: Reference | undefined): string | null {
  const text = reference ? textOf(reference) : null
  if (text === null || /^([a-z]+:|\/)/i.test(text)) return null
  return text.startsWith('.') ? text : `./${text}`
}
