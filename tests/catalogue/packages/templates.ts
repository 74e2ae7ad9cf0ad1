import type { CallTable } from '../reports-of.js'

export const templates: CallTable = {
  'dustjs-linkedin': `
import dustjsLinkedin from 'dustjs-linkedin'

dustjsLinkedin.compile(req.body) // cpu dustjs-linkedin.compile`,
  ejs: `
import ejs from 'ejs'

ejs.compile(req.body) // cpu ejs.compile
ejs.render(layout, {}) // cpu ejs.render (large input)
await ejs.renderFile('menu.ejs', {}) // io ejs.renderFile (in name only)
await ejs.renderFile('menu.ejs', {}, { async: true }) // io ejs.renderFile (in name only)
ejs.renderFile('menu.ejs', {}, (error, page) => res.send(page)) // io ejs.renderFile (in name only)
await ejs.renderFile('menu.ejs', {}, { cache: true })
await ejs.renderFile('menu.ejs', {}, { ...defaults })
await ejs.renderFile('menu.ejs', {}, options)
await ejs.renderFile(...parts)`,
  eta: `
import { Eta } from 'eta'
const eta = new Eta({ views: 'menus' })

eta.compile(req.body) // cpu eta.Eta#compile
eta.renderString(req.body, {}) // cpu eta.Eta#renderString
eta.readFile('menu') // io eta.Eta#readFile
eta.render('menu', {}) // io eta.Eta#render (first call)
await eta.renderAsync('menu', {}) // io eta.Eta#renderAsync (first call)`,
  handlebars: `
const handlebars = require('handlebars')

handlebars.compile(req.body) // cpu handlebars.compile
handlebars.parse(req.body) // cpu handlebars.parse
handlebars.precompile(req.body) // cpu handlebars.precompile`,
  liquidjs: `
import { Liquid } from 'liquidjs'
const engine = new Liquid()

engine.parseAndRenderSync(req.body) // cpu liquidjs.Liquid#parseAndRenderSync
engine.evalValueSync('price') // cpu liquidjs.Liquid#evalValueSync (large input)
engine.renderSync(template) // cpu liquidjs.Liquid#renderSync (large input)
engine.parseFileSync('menu') // io liquidjs.Liquid#parseFileSync
engine.renderFileSync('menu') // io liquidjs.Liquid#renderFileSync
await engine.renderFile('menu')`,
  mustache: `
const mustache = require('mustache')

mustache.parse(req.body) // cpu mustache.parse (large input)
mustache.render(req.body) // cpu mustache.render (large input)`,
  nunjucks: `
import nunjucks from 'nunjucks'
const views = nunjucks.configure('menus')

nunjucks.compile(req.body) // cpu nunjucks.compile
nunjucks.precompile('menu') // cpu nunjucks.precompile
nunjucks.precompileString(req.body) // cpu nunjucks.precompileString
nunjucks.renderString(req.body) // cpu nunjucks.renderString
views.renderString(req.body) // cpu nunjucks.Environment#renderString
views.render('menu') // io nunjucks.Environment#render (first call)
nunjucks.render('menu') // io nunjucks.render (first call)`,
  pug: `
const pug = require('pug')

pug.compile(req.body) // cpu pug.compile
pug.compileClient(req.body) // cpu pug.compileClient
pug.compileFile('menu.pug') // io pug.compileFile
pug.compileFileClient('menu.pug') // io pug.compileFileClient
pug.render(req.body) // cpu pug.render
pug.render(layout, { cache: true, filename: 'menu' })
pug.renderFile('menu.pug', { title: 'Soup' }) // io pug.renderFile
pug.renderFile('menu.pug', { cache: true })
pug.renderFile('menu.pug', res.locals)`,
}
