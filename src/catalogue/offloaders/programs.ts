import type { ApiFacts, ModuleEntry } from '../types.js'

/** What starts a program or a command, and does not wait for it on the loop. */

const starts = (library: string): ApiFacts => ({
  executor: { type: 'process', noun: 'a process', library },
})

const ofNode = starts('child_process')

export const childProcessPrograms: ModuleEntry = {
  specifiers: ['node:child_process', 'child_process'],
  exports: { exec: ofNode, execFile: ofNode, spawn: ofNode },
}

const byExeca = starts('execa')

/** Versions 5 to 9. */
export const execa: ModuleEntry = {
  specifiers: ['execa'],
  exports: {
    $: byExeca,
    default: byExeca,
    execa: byExeca,
    execaCommand: byExeca,
    execaNode: byExeca,
  },
}

export const crossSpawn: ModuleEntry = {
  specifiers: ['cross-spawn'],
  exports: { default: starts('cross-spawn'), spawn: starts('cross-spawn') },
}

export const tinyexec: ModuleEntry = {
  specifiers: ['tinyexec'],
  exports: { exec: starts('tinyexec'), x: starts('tinyexec') },
}

export const zx: ModuleEntry = {
  specifiers: ['zx'],
  exports: { $: starts('zx') },
}
