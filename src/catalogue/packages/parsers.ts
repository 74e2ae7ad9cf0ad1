import type { PackageEntry } from '../types.js'

// Text of a usual length takes well under 1 ms; a megabyte takes 100 ms and more.
const byInput = { kind: 'cpu', cost: 'medium', when: { type: 'large-input' } } as const

export const parsers: readonly PackageEntry[] = [
  {
    specifiers: ['@xmldom/xmldom'],
    blocking: [{ ...byInput, paths: ['DOMParser.prototype.parseFromString'] }],
  },
  { specifiers: ['avsc'], blocking: [{ ...byInput, paths: ['parse'] }] },
  {
    specifiers: ['chardet'],
    blocking: [
      { ...byInput, paths: ['detect'] },
      { kind: 'io', cost: 'high', instead: '#*', paths: ['detectFileSync'] },
    ],
  },
  { specifiers: ['cheerio'], blocking: [{ ...byInput, paths: ['load', 'loadBuffer'] }] },
  {
    specifiers: ['csv-parse/sync'],
    blocking: [{ ...byInput, instead: 'csv-parse#parse', paths: ['parse'] }],
  },
  {
    specifiers: ['csv-stringify/sync'],
    blocking: [{ ...byInput, instead: 'csv-stringify#stringify', paths: ['stringify'] }],
  },
  {
    specifiers: ['diff'],
    blocking: [
      {
        ...byInput,
        paths: [
          'createPatch',
          'createTwoFilesPatch',
          'diffChars',
          'diffJson',
          'diffLines',
          'diffWords',
        ],
      },
    ],
  },
  { specifiers: ['fast-safe-stringify'], blocking: [{ ...byInput, paths: ['default'] }] },
  {
    specifiers: ['fast-xml-parser'],
    blocking: [
      {
        ...byInput,
        paths: ['XMLBuilder.prototype.build', 'XMLParser.prototype.parse', 'XMLValidator.validate'],
      },
    ],
    leftOut: {
      XMLBuilder: 'only keeps its options; `build` is listed',
      XMLParser: 'only keeps its options; `parse` is listed',
    },
  },
  { specifiers: ['flatted'], blocking: [{ ...byInput, paths: ['parse', 'stringify'] }] },
  { specifiers: ['franc'], blocking: [{ ...byInput, paths: ['franc'] }] },
  {
    specifiers: ['fuse.js'],
    blocking: [{ ...byInput, paths: ['Fuse.prototype.search', 'default'] }],
    returns: { default: 'Fuse' },
  },
  { specifiers: ['happy-dom'], blocking: [{ kind: 'cpu', cost: 'medium', paths: ['Window'] }] },
  {
    specifiers: ['highlight.js'],
    blocking: [
      { ...byInput, paths: ['highlight'] },
      // It tries every language that it knows.
      { kind: 'cpu', cost: 'high', paths: ['highlightAuto'] },
    ],
  },
  { specifiers: ['htmlparser2'], blocking: [{ ...byInput, paths: ['parseDocument'] }] },
  { specifiers: ['iconv-lite'], blocking: [{ ...byInput, paths: ['decode', 'encode'] }] },
  { specifiers: ['js-yaml'], blocking: [{ ...byInput, paths: ['dump', 'load', 'loadAll'] }] },
  { specifiers: ['jsdom'], blocking: [{ kind: 'cpu', cost: 'high', paths: ['JSDOM'] }] },
  { specifiers: ['katex'], blocking: [{ ...byInput, paths: ['renderToString'] }] },
  { specifiers: ['lodash'], blocking: [{ ...byInput, paths: ['cloneDeep', 'isEqual', 'merge'] }] },
  { specifiers: ['lunr'], blocking: [{ ...byInput, onceEnough: true, paths: ['default'] }] },
  {
    specifiers: ['markdown-it'],
    blocking: [
      {
        ...byInput,
        paths: [
          'MarkdownIt.prototype.parse',
          'MarkdownIt.prototype.render',
          'MarkdownIt.prototype.renderInline',
        ],
      },
    ],
    returns: {
      default: 'MarkdownIt',
      'MarkdownIt.prototype.disable': 'this',
      'MarkdownIt.prototype.enable': 'this',
      'MarkdownIt.prototype.set': 'this',
      'MarkdownIt.prototype.use': 'this',
    },
  },
  {
    specifiers: ['marked'],
    blocking: [
      {
        ...byInput,
        paths: ['lexer', 'marked', 'marked.parse', 'parse', 'parseInline', 'parser'],
      },
    ],
  },
  {
    specifiers: ['minisearch'],
    blocking: [
      {
        ...byInput,
        instead: '#MiniSearch.prototype.addAllAsync',
        paths: ['MiniSearch.prototype.addAll'],
      },
      { ...byInput, paths: ['MiniSearch.prototype.search'] },
    ],
    returns: { default: 'MiniSearch' },
  },
  { specifiers: ['node-html-parser'], blocking: [{ ...byInput, paths: ['parse'] }] },
  { specifiers: ['papaparse'], blocking: [{ ...byInput, paths: ['parse', 'unparse'] }] },
  { specifiers: ['parse5'], blocking: [{ ...byInput, paths: ['parse', 'parseFragment'] }] },
  { specifiers: ['prismjs'], blocking: [{ ...byInput, paths: ['highlight', 'tokenize'] }] },
  {
    specifiers: ['quickjs-emscripten'],
    blocking: [
      {
        kind: 'cpu',
        cost: 'medium',
        paths: ['QuickJSContext.prototype.evalCode', 'QuickJSWASMModule.prototype.evalCode'],
      },
    ],
    returns: {
      getQuickJS: 'QuickJSWASMModule',
      getQuickJSSync: 'QuickJSWASMModule',
      'QuickJSWASMModule.prototype.newContext': 'QuickJSContext',
    },
    leftOut: { getQuickJSSync: 'only gives what is loaded; `evalCode` is listed' },
  },
  {
    specifiers: ['shiki'],
    blocking: [
      {
        kind: 'cpu',
        cost: 'high',
        inNameOnly: 'promise',
        paths: ['codeToHtml', 'codeToTokens'],
      },
      { kind: 'cpu', cost: 'high', onceEnough: true, paths: ['createHighlighterCoreSync'] },
    ],
  },
  {
    specifiers: ['showdown'],
    blocking: [{ ...byInput, paths: ['Converter.prototype.makeHtml'] }],
    leftOut: { Converter: 'only keeps its options; `makeHtml` is listed' },
  },
  {
    specifiers: ['superjson'],
    blocking: [{ ...byInput, paths: ['deserialize', 'parse', 'serialize', 'stringify'] }],
  },
  {
    specifiers: ['xml2js'],
    blocking: [
      { ...byInput, inNameOnly: 'callback', paths: ['parseString'] },
      { ...byInput, inNameOnly: 'promise', paths: ['parseStringPromise'] },
    ],
  },
  { specifiers: ['yaml'], blocking: [{ ...byInput, paths: ['parse', 'parseDocument', 'stringify'] }] },
]
