const saves = new Set<() => void>()

/** Has something saved when the process, or the thread, ends by itself. */
export function saveAtExit(save: () => void): void {
  if (saves.size === 0) {
    process.once('exit', () => {
      for (const each of saves) each()
    })
  }
  saves.add(save)
}
