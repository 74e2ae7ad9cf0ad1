import type { BlockingApi, PackageEntry } from './types.js'

/** Every path of a package that blocks, spelt out. */
export function blockingApisOf({
  specifiers: [name = ''],
  blocking,
}: PackageEntry): readonly (readonly [path: string, api: BlockingApi])[] {
  return blocking.flatMap(({ paths, instead, ...shared }) =>
    paths.map((path) => {
      if (instead === undefined) return [path, shared] as const
      const twin = instead.replace('*', path.replace(/Sync$|\.sync$/, ''))
      return [path, { ...shared, instead: twin.startsWith('#') ? `${name}${twin}` : twin }] as const
    }),
  )
}
