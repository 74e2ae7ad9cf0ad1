import fc from 'fast-check'

// Few names, so that most of them meet: some mean something to JavaScript, some to the catalogue.
const name = fc.constantFrom('a', 'b', 'c', 'each', 'constructor', '__proto__', 'app', 'req', 'then')
const specifier = fc.constantFrom('./m0', './m1', './m2', './m3', './gone', 'node:fs', 'express', 'node:http')
const imported = fc.constantFrom('a', 'b', 'default', 'readFileSync', 'createServer', 'Router')

const { expression, statement } = fc.letrec<{ expression: string; statement: string; body: string }>(
  (tie) => ({
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      name,
      fc.constantFrom('this', 'null', '1', `'a'`, '[]', '{}', 'module.exports', 'exports', 'arguments[0]'),
      fc.tuple(tie('expression'), name).map(([object, property]) => `(${object}).${property}`),
      fc.tuple(tie('expression'), tie('expression')).map(([object, key]) => `(${object})[${key}]`),
      fc
        .tuple(tie('expression'), fc.array(tie('expression'), { maxLength: 2 }))
        .map(([callee, passed]) => `(${callee})(${passed.join(', ')})`),
      tie('expression').map((callee) => `new (${callee})()`),
      fc.tuple(name, tie('expression')).map(([parameter, value]) => `((${parameter}) => (${value}))`),
      fc.tuple(name, tie('body')).map(([parameter, body]) => `(async function (${parameter}) {${body}})`),
      fc
        .tuple(name, tie('expression'), tie('expression'))
        .map(([key, value, other]) => `({ ${key}: ${value}, ...(${other}), get b() { return ${value} } })`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `[${one}, ...(${two})]`),
      fc.tuple(tie('expression'), tie('expression')).map(([one, two]) => `((${one}) || (${two}))`),
      specifier.map((from) => `require('${from}')`),
      fc
        .tuple(tie('expression'), name, tie('body'))
        .map(([parent, method, body]) => `(class extends (${parent}) { ${method}(a) {${body}} })`),
    ),
    statement: fc.oneof(
      fc.tuple(name, tie('expression')).map(([left, value]) => `var ${left} = ${value};`),
      fc.tuple(name, tie('expression')).map(([left, value]) => `${left} = ${value};`),
      fc
        .tuple(tie('expression'), name, tie('expression'))
        .map(([object, property, value]) => `(${object}).${property} = ${value};`),
      tie('expression').map((value) => `(${value});`),
      fc.tuple(name, name, tie('body')).map(([own, parameter, body]) => `function ${own}(${parameter}) {${body}}`),
      fc
        .tuple(name, tie('expression'), tie('body'))
        .map(([item, list, body]) => `for (var ${item} of ${list}) {${body}}`),
      fc.tuple(tie('expression'), tie('body')).map(([test, body]) => `if (${test}) {${body}}`),
    ),
    body: fc
      .tuple(fc.array(tie('statement'), { maxLength: 2 }), tie('expression'))
      .map(([statements, value]) => `${statements.join('\n')} return ${value}`),
  }),
)

const moduleStatement = fc.oneof(
  { arbitrary: statement, weight: 4 },
  fc.tuple(imported, specifier).map(([from, path]) => `export { ${from} } from '${path}';`),
  specifier.map((path) => `export * from '${path}';`),
  fc
    .tuple(name, expression)
    .map(([parameter, value]) => `require('http').createServer((${parameter}, res) => (${value}));`),
  fc.constant(`require('fs').readFileSync('page');`),
)

/** The text of a module; most of them parse. */
export const program = fc
  .array(moduleStatement, { minLength: 1, maxLength: 6 })
  .map((statements) => statements.join('\n'))

/** The texts of modules that import one another: `./m0`, `./m1` … */
export const programs = fc.array(program, { minLength: 2, maxLength: 4 })

/** Words of JavaScript and TypeScript in any order. */
export const tokenSoup = fc
  .array(
    fc.constantFrom(
      ...'( ) { } [ ] ; , . => = == ? : ?. ?? ... ` ${ + - / * < > @ # ! & |'.split(' '),
      ...'a b "t" 1n 0x /x/ async await function class extends import export default from'.split(' '),
      ...'const let var new this super return yield get set static of in type interface enum'.split(' '),
      ...'declare namespace abstract readonly public as satisfies keyof infer using'.split(' '),
      '\n',
      '\u2028',
      '\\',
      '\0',
      '\ud800',
    ),
    { maxLength: 60 },
  )
  .map((tokens) => tokens.join(' '))
