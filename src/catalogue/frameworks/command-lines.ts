import type { ApiFacts, HandlerArguments, ModuleEntry, Registration } from '../types.js'
import { methodsOf } from './methods-of.js'
import { at, properties } from './registrations.js'

/** What somebody asks a command line tool for: it runs, and the process ends. */
function command(handlers: readonly HandlerArguments[]): Registration {
  return { handlers, parameters: [], label: { type: 'text', text: 'command' }, phase: 'command' }
}

const chained: ApiFacts = { returns: 'this' }

/** Versions 7 to 14. */
export const commander: ModuleEntry = {
  framework: 'commander',
  specifiers: ['commander'],
  exports: {
    program: { returns: 'Command' },
    createCommand: { returns: 'Command' },
    'Command.prototype.command': { returns: 'Command' },
    'Command.prototype.createCommand': { returns: 'Command' },
    ...methodsOf(
      'Command',
      [
        'addArgument',
        'addCommand',
        'addHelpText',
        'addOption',
        'alias',
        'aliases',
        'allowExcessArguments',
        'allowUnknownOption',
        'argument',
        'arguments',
        'configureHelp',
        'configureOutput',
        'description',
        'enablePositionalOptions',
        'exitOverride',
        'helpOption',
        'hook',
        'name',
        'option',
        'passThroughOptions',
        'requiredOption',
        'showHelpAfterError',
        'summary',
        'usage',
        'version',
      ],
      chained,
    ),
    'Command.prototype.action': { registration: command([at(0)]), returns: 'this' },
  },
}

/** Versions 15 to 18; `yargs(argv)`, and its default export used as what that gives. */
export const yargs: ModuleEntry = {
  framework: 'yargs',
  specifiers: ['yargs', 'yargs/yargs'],
  exports: {
    default: { returns: 'Argv' },
    ...methodsOf(
      'Argv',
      [
        'alias',
        'check',
        'completion',
        'demandCommand',
        'demandOption',
        'describe',
        'env',
        'epilog',
        'epilogue',
        'example',
        'fail',
        'help',
        'middleware',
        'option',
        'options',
        'parserConfiguration',
        'positional',
        'recommendCommands',
        'scriptName',
        'showHelpOnFail',
        'strict',
        'usage',
        'version',
        'wrap',
      ],
      chained,
    ),
    'Argv.prototype.command': {
      registration: command([at(3), properties(0, 'handler')]),
      returns: 'this',
    },
  },
}

/** Versions 5 and 6. */
export const cac: ModuleEntry = {
  framework: 'cac',
  specifiers: ['cac'],
  exports: {
    default: { returns: 'CAC' },
    cac: { returns: 'CAC' },
    'CAC.prototype.command': { returns: 'Command' },
    ...methodsOf(
      'Command',
      ['alias', 'allowUnknownOptions', 'example', 'ignoreOptionDefaultValue', 'option', 'usage'],
      chained,
    ),
    'Command.prototype.action': { registration: command([at(0)]), returns: 'this' },
  },
}

/** Versions 1 to 4, and what came before them. */
export const oclif: ModuleEntry = {
  framework: 'oclif',
  specifiers: ['@oclif/core', '@oclif/command'],
  exports: {},
  baseClasses: {
    Command: { run: { parameters: [], noun: 'command', phase: 'command' } },
    default: { run: { parameters: [], noun: 'command', phase: 'command' } },
  },
}
