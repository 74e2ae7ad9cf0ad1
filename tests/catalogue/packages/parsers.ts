import type { CallTable } from '../reports-of.js'

export const parsers: CallTable = {
  '@xmldom/xmldom': `
import { DOMParser } from '@xmldom/xmldom'
const parser = new DOMParser()

parser.parseFromString(req.body, 'text/xml') // cpu @xmldom/xmldom.DOMParser#parseFromString (large input)`,
  avsc: `
const avsc = require('avsc')

avsc.parse(req.body) // cpu avsc.parse (large input)`,
  chardet: `
import chardet from 'chardet'

chardet.detect(req.body) // cpu chardet.detect (large input)
chardet.detectFileSync('menu') // io chardet.detectFileSync`,
  cheerio: `
import { load, loadBuffer } from 'cheerio'

load(req.body) // cpu cheerio.load (large input)
loadBuffer(req.body) // cpu cheerio.loadBuffer (large input)`,
  'csv-parse/sync': `
import { parse } from 'csv-parse/sync'

parse(req.body) // cpu csv-parse/sync.parse (large input)`,
  'csv-stringify/sync': `
import { stringify } from 'csv-stringify/sync'

stringify(req.body) // cpu csv-stringify/sync.stringify (large input)`,
  diff: `
import * as diff from 'diff'

diff.createPatch(req.body) // cpu diff.createPatch (large input)
diff.createTwoFilesPatch(req.body) // cpu diff.createTwoFilesPatch (large input)
diff.diffChars(req.body) // cpu diff.diffChars (large input)
diff.diffJson(req.body) // cpu diff.diffJson (large input)
diff.diffLines(req.body) // cpu diff.diffLines (large input)
diff.diffWords(req.body) // cpu diff.diffWords (large input)`,
  'fast-safe-stringify': `
const fastSafeStringify = require('fast-safe-stringify')

fastSafeStringify(req.body) // cpu fast-safe-stringify (large input)`,
  'fast-xml-parser': `
import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser'
const parser = new XMLParser()

parser.parse(req.body) // cpu fast-xml-parser.XMLParser#parse (large input)
new XMLBuilder().build({}) // cpu fast-xml-parser.XMLBuilder#build (large input)
XMLValidator.validate(req.body) // cpu fast-xml-parser.XMLValidator.validate (large input)`,
  flatted: `
import { parse, stringify } from 'flatted'

parse(req.body) // cpu flatted.parse (large input)
stringify(req.body) // cpu flatted.stringify (large input)`,
  franc: `
import { franc } from 'franc'

franc(req.body) // cpu franc.franc (large input)`,
  'fuse.js': `
import Fuse from 'fuse.js'
const menus = new Fuse([])

menus.search('soup') // cpu fuse.js.Fuse#search (large input)
new Fuse(req.body) // cpu fuse.js (large input)`,
  'happy-dom': `
import { Window } from 'happy-dom'

new Window() // cpu happy-dom.Window`,
  'highlight.js': `
const highlight = require('highlight.js')

highlight.highlight(req.body) // cpu highlight.js.highlight (large input)
highlight.highlightAuto(req.body) // cpu highlight.js.highlightAuto`,
  htmlparser2: `
import { parseDocument } from 'htmlparser2'

parseDocument(req.body) // cpu htmlparser2.parseDocument (large input)`,
  'iconv-lite': `
const iconvLite = require('iconv-lite')

iconvLite.decode(req.body) // cpu iconv-lite.decode (large input)
iconvLite.encode(req.body) // cpu iconv-lite.encode (large input)`,
  'js-yaml': `
import { dump, load, loadAll } from 'js-yaml'

dump(req.body) // cpu js-yaml.dump (large input)
load(req.body) // cpu js-yaml.load (large input)
loadAll(req.body) // cpu js-yaml.loadAll (large input)`,
  jsdom: `
const { JSDOM } = require('jsdom')

new JSDOM(req.body) // cpu jsdom.JSDOM`,
  katex: `
import katex from 'katex'

katex.renderToString(req.body) // cpu katex.renderToString (large input)`,
  lodash: `
const lodash = require('lodash')

lodash.cloneDeep(req.body) // cpu lodash.cloneDeep (large input)
lodash.isEqual(req.body) // cpu lodash.isEqual (large input)
lodash.merge(req.body) // cpu lodash.merge (large input)`,
  lunr: `
import lunr from 'lunr'

lunr(req.body) // cpu lunr (large input)`,
  'markdown-it': `
import MarkdownIt from 'markdown-it'
const markdown = new MarkdownIt().use(tables)
const plain = require('markdown-it')({ html: false })
const careful = plain.disable('link').enable('image').set({ breaks: true })

markdown.parse(req.body) // cpu markdown-it.MarkdownIt#parse (large input)
markdown.render(req.body) // cpu markdown-it.MarkdownIt#render (large input)
plain.renderInline(req.body) // cpu markdown-it.MarkdownIt#renderInline (large input)
careful.render(req.body) // cpu markdown-it.MarkdownIt#render (large input)`,
  marked: `
import * as marked from 'marked'

marked.lexer(req.body) // cpu marked.lexer (large input)
marked.marked(req.body) // cpu marked.marked (large input)
marked.marked.parse(req.body) // cpu marked.marked.parse (large input)
marked.parse(req.body) // cpu marked.parse (large input)
marked.parseInline(req.body) // cpu marked.parseInline (large input)
marked.parser(req.body) // cpu marked.parser (large input)`,
  minisearch: `
import MiniSearch from 'minisearch'
const menus = new MiniSearch({ fields: ['name'] })

menus.addAll(req.body) // cpu minisearch.MiniSearch#addAll (large input)
menus.search('soup') // cpu minisearch.MiniSearch#search (large input)
await menus.addAllAsync(req.body)`,
  'node-html-parser': `
import nodeHtmlParser from 'node-html-parser'

nodeHtmlParser.parse(req.body) // cpu node-html-parser.parse (large input)`,
  papaparse: `
const papaparse = require('papaparse')

papaparse.parse(req.body) // cpu papaparse.parse (large input)
papaparse.unparse(req.body) // cpu papaparse.unparse (large input)`,
  parse5: `
import { parse, parseFragment } from 'parse5'

parse(req.body) // cpu parse5.parse (large input)
parseFragment(req.body) // cpu parse5.parseFragment (large input)`,
  prismjs: `
const prismjs = require('prismjs')

prismjs.highlight(req.body) // cpu prismjs.highlight (large input)
prismjs.tokenize(req.body) // cpu prismjs.tokenize (large input)`,
  'quickjs-emscripten': `
import { getQuickJS, getQuickJSSync } from 'quickjs-emscripten'
const engine = await getQuickJS()

engine.evalCode(req.body) // cpu quickjs-emscripten.QuickJSWASMModule#evalCode
getQuickJSSync().newContext().evalCode(req.body) // cpu quickjs-emscripten.QuickJSContext#evalCode
getQuickJSSync()`,
  shiki: `
import { codeToHtml, codeToTokens, createHighlighterCoreSync } from 'shiki'

await codeToHtml(req.body) // cpu shiki.codeToHtml (in name only)
await codeToTokens(req.body) // cpu shiki.codeToTokens (in name only)
createHighlighterCoreSync(req.body) // cpu shiki.createHighlighterCoreSync`,
  showdown: `
import showdown from 'showdown'
const converter = new showdown.Converter()

converter.makeHtml(req.body) // cpu showdown.Converter#makeHtml (large input)`,
  superjson: `
const superjson = require('superjson')

superjson.deserialize(req.body) // cpu superjson.deserialize (large input)
superjson.parse(req.body) // cpu superjson.parse (large input)
superjson.serialize(req.body) // cpu superjson.serialize (large input)
superjson.stringify(req.body) // cpu superjson.stringify (large input)`,
  xml2js: `
import { parseString, parseStringPromise } from 'xml2js'

parseString(req.body, (error, menu) => {}) // cpu xml2js.parseString (large input and in name only)
await parseStringPromise(req.body) // cpu xml2js.parseStringPromise (large input and in name only)`,
  yaml: `
const yaml = require('yaml')

yaml.parse(req.body) // cpu yaml.parse (large input)
yaml.parseDocument(req.body) // cpu yaml.parseDocument (large input)
yaml.stringify(req.body) // cpu yaml.stringify (large input)`,
}
