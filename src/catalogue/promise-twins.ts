/**
 * Functions of node:fs whose twin in node:fs/promises takes the same arguments and promises the same
 * result. Left out: `existsSync`, whose twin throws; `openSync`, whose twin gives a FileHandle;
 * `globSync`, whose twin gives an iterator; what has one only on some systems.
 */
export const promiseTwins = {
  accessSync: 'access',
  appendFileSync: 'appendFile',
  chmodSync: 'chmod',
  chownSync: 'chown',
  copyFileSync: 'copyFile',
  cpSync: 'cp',
  lchownSync: 'lchown',
  linkSync: 'link',
  lstatSync: 'lstat',
  lutimesSync: 'lutimes',
  mkdirSync: 'mkdir',
  mkdtempSync: 'mkdtemp',
  readFileSync: 'readFile',
  readdirSync: 'readdir',
  readlinkSync: 'readlink',
  realpathSync: 'realpath',
  renameSync: 'rename',
  rmSync: 'rm',
  rmdirSync: 'rmdir',
  statSync: 'stat',
  statfsSync: 'statfs',
  symlinkSync: 'symlink',
  truncateSync: 'truncate',
  unlinkSync: 'unlink',
  utimesSync: 'utimes',
  writeFileSync: 'writeFile',
} as const satisfies Partial<
  Record<keyof typeof import('node:fs'), keyof typeof import('node:fs/promises')>
>
