/** How long an orderly exit may take. */
const patienceMs = 1000

/**
 * Ends the whole process although its main thread hangs: with the exit code, and `exit` listeners,
 * where that thread executes JavaScript; by SIGKILL where it does not come back from native code.
 */
export function endProcess(exitCode: number): void {
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), patienceMs)
  try {
    const inspector = process.getBuiltinModule('node:inspector')
    const session = new inspector.Session()
    session.connectToMainThread()
    session.post('Runtime.evaluate', { expression: `process.exit(${exitCode})`, silent: true })
  } catch {
    // No inspector: then only the signal is left.
  }
}
