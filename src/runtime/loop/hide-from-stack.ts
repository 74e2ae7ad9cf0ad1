import { callerLines, framesIn } from './caller-frames.js'
import { keepLastMatch } from './keep-last-match.js'

type AnyFunction = (...parameters: never[]) => unknown

const ownFiles = ['journal.js', 'wrap-builtins.js'].flatMap((file) => {
  return ['/', '\\'].map((separator) => ['', 'runtime', 'loop', file].join(separator))
})

/**
 * Makes the stack of an error what it would be without a watchdog: takes the wrapper's frames out
 * and puts in their place, at the end, those that did not fit because of them.
 *
 * @param wrapper the function that the program called; must be on the stack.
 */
export function hideFromStack(error: unknown, wrapper: AnyFunction): void {
  keepLastMatch(() => hide(error, wrapper))
}

function hide(error: unknown, wrapper: AnyFunction): void {
  try {
    if (!(error instanceof Error) || typeof error.stack !== 'string') return
    const { stack } = error
    const frames = framesIn(stack)
    const firstOwn = frames.findIndex(isOwn)
    if (firstOwn === -1) return
    const inner = frames.slice(0, firstOwn)
    const outer = frames.slice(firstOwn).filter((frame) => !isOwn(frame))
    const room = frames.length < Error.stackTraceLimit ? 0 : frames.length - inner.length
    const head = stack.slice(0, stack.indexOf(frames[0] ?? ''))
    error.stack = head + [...inner, ...refill(outer, room, wrapper)].join('')
  } catch {
    // A frozen error keeps its stack.
  }
}

function isOwn(frame: string): boolean {
  return ownFiles.some((file) => frame.includes(file))
}

/** Wrappers that call builtins that call wrappers. */
const maximumOwnFrames = 12

/** The lines below `wrapper`, as many as there is room for, if they are those of the error. */
function refill(outer: readonly string[], room: number, wrapper: AnyFunction): readonly string[] {
  if (room <= outer.length) return outer
  const callers = callerLines(wrapper, room + maximumOwnFrames).filter((frame) => !isOwn(frame))
  // An error that was made elsewhere and kept has a stack of its own.
  const isSame = outer.every((frame, index) => frame === callers[index])
  return isSame ? callers.slice(0, room) : outer
}
