import { answersRequests } from './link/handler-parameters.js'
import { type EntryPoint, type FunctionKey, functionKey, type Program } from './link/program.js'

/**
 * The functions that only commands of a command line tool run which start no server: an interval that is set
 * there shows how far a command is, and nobody is served meanwhile.
 */
export function findShortLived(
  program: Program,
  isServer: readonly boolean[],
): ReadonlySet<FunctionKey> {
  const commands = program.entryPoints.filter(({ phase }) => phase === 'command')
  if (commands.length === 0) return new Set()
  const byRegistrar = new Map<FunctionKey, EntryPoint[]>()
  for (const entry of program.entryPoints) {
    if (entry.registrar === undefined || entry.phase === 'command') continue
    const entries = byRegistrar.get(entry.registrar)
    if (entries) entries.push(entry)
    else byRegistrar.set(entry.registrar, [entry])
  }
  const below = (starts: Iterable<FunctionKey>): ReadonlySet<FunctionKey> => {
    const reached = new Set(starts)
    // Breadth first: a set that grows is iterated to its end.
    for (const key of reached) {
      for (const { to } of program.edgesFrom.get(key) ?? []) reached.add(to)
      for (const entry of byRegistrar.get(key) ?? []) reached.add(entry.function)
    }
    return reached
  }
  const serves = (key: FunctionKey): boolean =>
    program.starting.has(key) || (byRegistrar.get(key) ?? []).some(answersRequests)
  const reaches = commands.map((entry) => below([entry.function]))
  const brief = reaches.filter((reached) => ![...reached].some(serves))
  const lasting = reaches.filter((reached) => !brief.includes(reached)).flatMap((reached) => [...reached])
  const ofCommands = new Set(brief.flatMap((reached) => [...reached]))
  const registrars = new Set(ofCommands)
  const elsewhere = below([
    ...isServer.flatMap((is, file) => (is ? [functionKey(file, 0)] : [])),
    ...program.entryPoints
      .filter(({ phase, registrar }) => phase !== 'command' && !registrars.has(registrar ?? ''))
      .map((entry) => entry.function),
    ...lasting,
  ])
  return new Set([...ofCommands].filter((key) => !elsewhere.has(key)))
}
