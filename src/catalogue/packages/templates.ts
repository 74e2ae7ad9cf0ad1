import type { PackageEntry } from '../types.js'

// Compiling takes as long as the template is; what is compiled should be kept.
const compile = { kind: 'cpu', cost: 'medium', onceEnough: true } as const
const byInput = { kind: 'cpu', cost: 'low', when: { type: 'large-input' } } as const
const once = { kind: 'io', cost: 'medium', when: { type: 'first-call' } } as const

export const templates: readonly PackageEntry[] = [
  { specifiers: ['dustjs-linkedin'], blocking: [{ ...compile, paths: ['compile'] }] },
  {
    specifiers: ['ejs'],
    blocking: [
      { ...compile, paths: ['compile'] },
      { ...byInput, paths: ['render'] },
      {
        kind: 'io',
        cost: 'medium',
        when: { type: 'unless-option', argument: 2, option: 'cache' },
        inNameOnly: 'either',
        paths: ['renderFile'],
      },
    ],
  },
  {
    specifiers: ['eta'],
    blocking: [
      { ...compile, paths: ['Eta.prototype.compile', 'Eta.prototype.renderString'] },
      // With the option `cache`, which the constructor got; without it, each time.
      { ...once, paths: ['Eta.prototype.render', 'Eta.prototype.renderAsync'] },
      { kind: 'io', cost: 'medium', paths: ['Eta.prototype.readFile'] },
    ],
  },
  {
    specifiers: ['handlebars'],
    blocking: [{ ...compile, paths: ['compile', 'parse', 'precompile'] }],
    leftOut: { template: 'only wraps what is compiled' },
  },
  {
    specifiers: ['liquidjs'],
    blocking: [
      { ...compile, paths: ['Liquid.prototype.parseAndRenderSync'] },
      { ...byInput, paths: ['Liquid.prototype.evalValueSync', 'Liquid.prototype.renderSync'] },
      {
        kind: 'io',
        cost: 'medium',
        instead: '#*',
        paths: ['Liquid.prototype.parseFileSync', 'Liquid.prototype.renderFileSync'],
      },
    ],
  },
  { specifiers: ['mustache'], blocking: [{ ...byInput, paths: ['parse', 'render'] }] },
  {
    specifiers: ['nunjucks'],
    blocking: [
      {
        ...compile,
        paths: ['compile', 'precompile', 'precompileString', 'renderString'],
      },
      { ...compile, paths: ['Environment.prototype.renderString'] },
      // The template is kept, unless `noCache` is set.
      { ...once, paths: ['Environment.prototype.render', 'render'] },
    ],
    returns: { configure: 'Environment' },
  },
  {
    specifiers: ['pug'],
    blocking: [
      { ...compile, cost: 'high', paths: ['compile', 'compileClient'] },
      {
        kind: 'io',
        cost: 'high',
        onceEnough: true,
        paths: ['compileFile', 'compileFileClient'],
      },
      {
        kind: 'cpu',
        cost: 'high',
        when: { type: 'unless-option', argument: 1, option: 'cache' },
        paths: ['render'],
      },
      {
        kind: 'io',
        cost: 'high',
        when: { type: 'unless-option', argument: 1, option: 'cache' },
        paths: ['renderFile'],
      },
    ],
  },
]
