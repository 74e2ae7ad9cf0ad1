import type { CallTable } from '../reports-of.js'

export const compilers: CallTable = {
  '@babel/core': `
import * as babel from '@babel/core'
import { transformSync } from '@babel/core'

babel.parseSync(req.body) // cpu @babel/core.parseSync
babel.transformFileSync('menu.js') // cpu @babel/core.transformFileSync
babel.transformFromAstSync(tree) // cpu @babel/core.transformFromAstSync
transformSync(req.body) // cpu @babel/core.transformSync
await babel.parseAsync(req.body) // cpu @babel/core.parseAsync (in name only)
await babel.transformAsync(req.body) // cpu @babel/core.transformAsync (in name only)
await babel.transformFileAsync('menu.js') // cpu @babel/core.transformFileAsync (in name only)
babel.transform(req.body, {}, () => {}) // cpu @babel/core.transform (in name only)
babel.createConfigItemSync(plugin) // io @babel/core.createConfigItemSync
babel.loadOptionsSync({}) // io @babel/core.loadOptionsSync
babel.loadPartialConfigSync({}) // io @babel/core.loadPartialConfigSync
babel.types.identifier('menu')`,
  '@babel/parser': `
import { parse, parseExpression } from '@babel/parser'

parse(req.body) // cpu @babel/parser.parse
parseExpression(req.body) // cpu @babel/parser.parseExpression`,
  '@swc/core': `
import * as swc from '@swc/core'

swc.minifySync(req.body) // cpu @swc/core.minifySync
swc.parseFileSync('menu.js') // cpu @swc/core.parseFileSync
swc.parseSync(req.body) // cpu @swc/core.parseSync
swc.printSync(tree) // cpu @swc/core.printSync
swc.transformFileSync('menu.js') // cpu @swc/core.transformFileSync
swc.transformSync(req.body) // cpu @swc/core.transformSync
await swc.transform(req.body)
await swc.minify(req.body)`,
  bytenode: `
const bytenode = require('bytenode')

bytenode.compileCode(req.body) // cpu bytenode.compileCode
bytenode.compileFile('menu.js') // cpu bytenode.compileFile
bytenode.runBytecodeFile('menu.jsc') // cpu bytenode.runBytecodeFile`,
  'clean-css': `
import CleanCSS from 'clean-css'
const cleaner = new CleanCSS({ returnPromise: true })

cleaner.minify(req.body) // cpu clean-css.CleanCSS#minify
new CleanCSS().minify(req.body) // cpu clean-css.CleanCSS#minify`,
  cssnano: `
import cssnano from 'cssnano'

cssnano({ preset: 'default' })`,
  esbuild: `
import * as esbuild from 'esbuild'

esbuild.analyzeMetafileSync(file) // cpu esbuild.analyzeMetafileSync
esbuild.buildSync({}) // cpu esbuild.buildSync
esbuild.formatMessagesSync([]) // cpu esbuild.formatMessagesSync
esbuild.transformSync(req.body) // cpu esbuild.transformSync
await esbuild.transform(req.body)`,
  eslint: `
import { ESLint, Linter } from 'eslint'
const linter = new Linter()

linter.verify(req.body, []) // cpu eslint.Linter#verify
linter.verifyAndFix(req.body, []) // cpu eslint.Linter#verifyAndFix
linter.getSourceCode()
new ESLint()`,
  'html-minifier': `
const { minify } = require('html-minifier')

minify(req.body) // cpu html-minifier.minify`,
  'html-minifier-terser': `
import { minify } from 'html-minifier-terser'

res.send(await minify(req.body)) // cpu html-minifier-terser.minify (in name only)`,
  less: `
import less from 'less'

await less.render(req.body) // cpu less.render (in name only)
less.render(req.body, (error, output) => {}) // cpu less.render (in name only)`,
  lightningcss: `
import { bundle, bundleAsync, transform, transformStyleAttribute } from 'lightningcss'

bundle({ filename: 'menu.css' }) // cpu lightningcss.bundle
transform({ code: req.body }) // cpu lightningcss.transform
transformStyleAttribute({ code: req.body }) // cpu lightningcss.transformStyleAttribute
await bundleAsync({ filename: 'menu.css' })`,
  postcss: `
import postcss from 'postcss'
const processor = postcss([nested]).use(imports)

postcss([nested])
await postcss([nested]).process(req.body) // cpu postcss.Processor#process (in name only)
processor.process(req.body).then((result) => res.send(result.css)) // cpu postcss.Processor#process (in name only)`,
  prettier: `
import prettier, { format } from 'prettier'

await prettier.check(req.body) // cpu prettier.check (in name only)
await format(req.body) // cpu prettier.format (in name only)
await prettier.formatWithCursor(req.body) // cpu prettier.formatWithCursor (in name only)
await prettier.resolveConfig('menu.js')`,
  sass: `
import * as sass from 'sass'

sass.compile('menu.scss') // cpu sass.compile
sass.compileString(req.body) // cpu sass.compileString
sass.renderSync({ data: req.body }) // cpu sass.renderSync
await sass.compileAsync('menu.scss') // cpu sass.compileAsync (in name only)
await sass.compileStringAsync(req.body) // cpu sass.compileStringAsync (in name only)
sass.render({ data: req.body }, () => {}) // cpu sass.render (in name only)`,
  'sass-embedded': `
import * as sass from 'sass-embedded'

sass.compile('menu.scss') // wait sass-embedded.compile
sass.compileString(req.body) // wait sass-embedded.compileString
sass.renderSync({ data: req.body }) // wait sass-embedded.renderSync
await sass.compileAsync('menu.scss')`,
  stylus: `
import stylus from 'stylus'

stylus.render(req.body, (error, css) => {}) // cpu stylus.render (in name only)
stylus.render(req.body) // cpu stylus.render`,
  svgo: `
import { optimize } from 'svgo'

optimize(req.body) // cpu svgo.optimize`,
  terser: `
import { minify, minify_sync } from 'terser'

minify_sync(req.body) // cpu terser.minify_sync
await minify(req.body) // cpu terser.minify (in name only)`,
  'ts-node': `
import { create, register } from 'ts-node'

create().compile(req.body, 'menu.ts') // cpu ts-node.create
register() // cpu ts-node.register`,
  'uglify-js': `
const uglify = require('uglify-js')

uglify.minify(req.body) // cpu uglify-js.minify`,
}
