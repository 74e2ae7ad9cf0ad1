import type { PackageEntry } from '../types.js'

// Measured on files of ordinary size: each of these takes tens of milliseconds at the least, and
// what returns a promise held the loop for as long as it ran.
const heavy = { kind: 'cpu', cost: 'high' } as const
const awaited = { ...heavy, inNameOnly: 'promise' } as const

export const compilers: readonly PackageEntry[] = [
  {
    specifiers: ['@babel/core'],
    blocking: [
      {
        ...heavy,
        paths: ['parseSync', 'transformFileSync', 'transformFromAstSync', 'transformSync'],
      },
      { ...awaited, paths: ['parseAsync', 'transformAsync', 'transformFileAsync'] },
      { ...heavy, inNameOnly: 'callback', paths: ['transform'] },
      {
        kind: 'io',
        cost: 'medium',
        onceEnough: true,
        paths: ['createConfigItemSync', 'loadOptionsSync', 'loadPartialConfigSync'],
      },
    ],
  },
  {
    specifiers: ['@babel/parser'],
    blocking: [{ kind: 'cpu', cost: 'medium', paths: ['parse', 'parseExpression'] }],
  },
  {
    specifiers: ['@swc/core'],
    blocking: [
      {
        ...heavy,
        instead: '#*',
        paths: [
          'minifySync',
          'parseFileSync',
          'parseSync',
          'printSync',
          'transformFileSync',
          'transformSync',
        ],
      },
    ],
  },
  {
    specifiers: ['bytenode'],
    blocking: [
      { ...heavy, onceEnough: true, paths: ['compileCode', 'compileFile', 'runBytecodeFile'] },
    ],
  },
  {
    specifiers: ['clean-css'],
    blocking: [{ kind: 'cpu', cost: 'medium', paths: ['CleanCSS.prototype.minify'] }],
    returns: { default: 'CleanCSS' },
  },
  {
    specifiers: ['cssnano'],
    blocking: [],
    leftOut: { default: 'only makes a plugin; `process` of postcss runs it' },
  },
  {
    specifiers: ['esbuild'],
    blocking: [
      {
        ...heavy,
        instead: '#*',
        paths: ['analyzeMetafileSync', 'buildSync', 'formatMessagesSync', 'transformSync'],
      },
    ],
  },
  {
    specifiers: ['eslint'],
    blocking: [
      { ...heavy, paths: ['Linter.prototype.verify', 'Linter.prototype.verifyAndFix'] },
    ],
  },
  { specifiers: ['html-minifier'], blocking: [{ ...heavy, paths: ['minify'] }] },
  { specifiers: ['html-minifier-terser'], blocking: [{ ...awaited, paths: ['minify'] }] },
  { specifiers: ['less'], blocking: [{ ...heavy, inNameOnly: 'either', paths: ['render'] }] },
  {
    specifiers: ['lightningcss'],
    blocking: [
      { ...heavy, instead: '#bundleAsync', paths: ['bundle'] },
      { kind: 'cpu', cost: 'medium', paths: ['transform', 'transformStyleAttribute'] },
    ],
  },
  {
    specifiers: ['postcss'],
    blocking: [{ ...awaited, paths: ['Processor.prototype.process'] }],
    returns: { default: 'Processor', 'Processor.prototype.use': 'this' },
    leftOut: { default: 'only puts plugins together; `process` runs them' },
  },
  {
    specifiers: ['prettier'],
    blocking: [{ ...awaited, paths: ['check', 'format', 'formatWithCursor'] }],
  },
  {
    specifiers: ['sass'],
    blocking: [
      { ...heavy, instead: 'sass-embedded#compileAsync', paths: ['compile'] },
      {
        ...heavy,
        instead: 'sass-embedded#compileStringAsync',
        paths: ['compileString', 'renderSync'],
      },
      { ...awaited, instead: 'sass-embedded#*', paths: ['compileAsync', 'compileStringAsync'] },
      { ...heavy, inNameOnly: 'callback', paths: ['render'] },
    ],
  },
  {
    specifiers: ['sass-embedded'],
    blocking: [
      {
        kind: 'wait',
        cost: 'high',
        instead: '#compileAsync',
        paths: ['compile'],
      },
      {
        kind: 'wait',
        cost: 'high',
        instead: '#compileStringAsync',
        paths: ['compileString', 'renderSync'],
      },
    ],
  },
  {
    specifiers: ['stylus'],
    blocking: [{ ...heavy, inNameOnly: 'callback', paths: ['render'] }],
  },
  {
    specifiers: ['svgo', 'svgo/browser'],
    blocking: [{ ...heavy, paths: ['optimize'] }],
  },
  {
    specifiers: ['terser'],
    blocking: [
      { ...heavy, paths: ['minify_sync'] },
      { ...awaited, paths: ['minify'] },
    ],
  },
  {
    specifiers: ['ts-node'],
    blocking: [{ ...heavy, onceEnough: true, paths: ['create', 'register'] }],
  },
  { specifiers: ['uglify-js'], blocking: [{ ...heavy, paths: ['minify'] }] },
]
