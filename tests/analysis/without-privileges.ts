const NOBODY = 65534

/** Runs something as a user to whom permissions mean something, also when the tests run as root. */
export const withoutPrivileges = <Result>(run: () => Result): Result => {
  if (process.geteuid?.() !== 0) return run()
  process.seteuid?.(NOBODY)
  try {
    return run()
  } finally {
    process.seteuid?.(0)
  }
}
