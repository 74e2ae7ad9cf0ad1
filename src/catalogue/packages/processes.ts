import type { PackageEntry } from '../types.js'

// Each of these waits until another program has ended.
const run = { kind: 'io', cost: 'high', instead: '#*' } as const
const once = { kind: 'io', cost: 'high', onceEnough: true } as const
const command = { kind: 'io', cost: 'high' } as const

export const processes: readonly PackageEntry[] = [
  { specifiers: ['cross-spawn'], blocking: [{ ...run, instead: '#spawn', paths: ['sync'] }] },
  {
    specifiers: ['default-gateway'],
    blocking: [
      { ...run, instead: '#gateway4async', paths: ['gateway4sync'] },
      { ...run, instead: '#gateway6async', paths: ['gateway6sync'] },
    ],
  },
  {
    specifiers: ['detect-libc'],
    blocking: [{ ...run, paths: ['familySync', 'isNonGlibcLinuxSync', 'versionSync'] }],
  },
  {
    specifiers: ['execa'],
    blocking: [{ ...run, paths: ['$.sync', 'execaCommandSync', 'execaSync'] }],
  },
  {
    specifiers: ['git-rev-sync'],
    blocking: [
      {
        ...once,
        paths: [
          'branch',
          'count',
          'date',
          'hasUnstagedChanges',
          'isDirty',
          'isTagDirty',
          'log',
          'long',
          'message',
          'remoteUrl',
          'short',
          'tag',
          'tagFirstParent',
        ],
      },
    ],
  },
  { specifiers: ['node-cmd'], blocking: [{ ...run, paths: ['runSync'] }] },
  { specifiers: ['node-machine-id'], blocking: [{ ...run, paths: ['machineIdSync'] }] },
  {
    specifiers: ['shelljs'],
    blocking: [
      {
        ...command,
        instead: 'node:child_process#exec',
        when: { type: 'no-callback', option: 'async' },
        paths: ['exec'],
      },
      { ...command, instead: 'node:child_process#execFile', paths: ['cmd'] },
      { ...command, instead: 'node:fs/promises#cp', paths: ['cp'] },
      { ...command, instead: 'node:fs/promises#rm', paths: ['rm'] },
      { ...command, instead: 'node:fs/promises#readFile', paths: ['cat', 'head', 'tail'] },
      { ...command, instead: 'node:fs/promises#readdir', paths: ['find', 'ls'] },
      { ...command, paths: ['grep', 'sed', 'sort', 'uniq'] },
      { ...command, cost: 'medium', instead: 'node:fs/promises#mkdir', paths: ['mkdir'] },
      { ...command, cost: 'high', instead: 'node:fs/promises#rename', paths: ['mv'] },
      { ...command, cost: 'medium', instead: 'node:fs/promises#symlink', paths: ['ln'] },
      { ...command, cost: 'medium', instead: 'node:fs/promises#chmod', paths: ['chmod'] },
      { ...command, cost: 'medium', instead: 'node:fs/promises#utimes', paths: ['touch'] },
      { ...command, cost: 'low', instead: 'node:fs/promises#access', paths: ['test', 'which'] },
    ],
    leftOut: {
      cd: 'takes well under 1 ms',
      tempdir: 'keeps what it has found',
    },
  },
  {
    specifiers: ['sync-exec'],
    blocking: [{ ...run, instead: 'node:child_process#exec', paths: ['default'] }],
  },
  { specifiers: ['tinyexec'], blocking: [{ ...run, paths: ['execSync', 'xSync'] }] },
  { specifiers: ['username'], blocking: [{ ...run, cost: 'medium', paths: ['usernameSync'] }] },
  {
    specifiers: ['zx'],
    blocking: [
      { ...run, paths: ['$.sync'] },
      { ...run, instead: 'node:fs/promises#readFile', paths: ['fs.readFileSync'] },
    ],
  },
]
