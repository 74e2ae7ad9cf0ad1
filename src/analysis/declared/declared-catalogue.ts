import { emptyModule } from '../../catalogue/index.js'
import type { ApiFacts, BlockingApi, Catalogue, KnownModule } from '../../catalogue/types.js'
import type { Declaration, Declarations } from './declarations.js'
import { NamePattern } from './name-pattern.js'

interface Declared {
  readonly pattern: NamePattern
  readonly declaration: Declaration
}

/** A catalogue with a project's own declarations in front of it. */
export function declaredCatalogue(base: Catalogue, declarations: Declarations): Catalogue {
  const declared = declarations
    .map((declaration) => ({ pattern: new NamePattern(declaration.name), declaration }))
    .filter(({ pattern }) => !pattern.isOwn)
  return declared.length === 0 ? base : withFront(base, declared)
}

function withFront(base: Catalogue, declared: readonly Declared[]): Catalogue {
  // Linking asks the same few questions over and over.
  const modules = new Map<string, KnownModule | undefined>()
  const apis = new Map<string, ApiFacts | undefined>()

  const lookupModule: Catalogue['lookupModule'] = (specifier) => {
    const known = base.lookupModule(specifier)
    if (known !== undefined || modules.has(specifier)) return known ?? modules.get(specifier)
    const isDeclared = declared.some(({ pattern }) => pattern.hasModule(specifier))
    const found = isDeclared ? emptyModule(specifier) : undefined
    modules.set(specifier, found)
    return found
  }

  const lookupApi: Catalogue['lookupApi'] = (specifier, path) => {
    const question = `${specifier}\0${path}`
    if (apis.has(question)) return apis.get(question)
    const plain = (path || 'default').replace(/^default\.(?!prototype\.)/, '')
    const facts = declared
      .filter(({ pattern }) => pattern.matches(specifier, plain))
      // The first one counts, so it comes last.
      .reduceRight<ApiFacts | undefined>(
        (known, { declaration }) => withDeclared(known, declaration),
        base.lookupApi(specifier, path),
      )
    apis.set(question, facts)
    return facts
  }

  return { ...base, lookupModule, lookupApi }
}

/** What is known of an API together with what is declared of it. */
export function withDeclared(
  known: ApiFacts | undefined,
  { blocking, registration, offload }: Omit<Declaration, 'name'>,
): ApiFacts {
  return {
    ...known,
    ...(blocking ? { blocking: blockingBy(known?.blocking, blocking) } : {}),
    ...(registration ? { registration } : {}),
    ...(offload ? { offload } : {}),
  }
}

function blockingBy(known: BlockingApi | undefined, declared: Partial<BlockingApi>): BlockingApi {
  return { kind: 'io', cost: 'high', ...known, ...declared }
}
