import { isAbsolute, relative, sep } from 'node:path'

/** The path of a file under a folder, with forward slashes; as it is given for one that lies elsewhere. */
export function pathUnder(folder: string, file: string): string {
  const path = relative(folder, file)
  return path.startsWith('..') || isAbsolute(path) ? file : path.split(sep).join('/')
}
