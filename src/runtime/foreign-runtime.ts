/**
 * The name of a runtime that is not Node.js and looks like it, null for Node.js: there are threads,
 * but no stack can be had of what blocks, nor is `fs` what the program uses.
 */
export function foreignRuntime(versions: NodeJS.ProcessVersions = process.versions): string | null {
  if (versions['bun'] !== undefined) return 'Bun'
  if (versions['deno'] !== undefined) return 'Deno'
  return null
}
