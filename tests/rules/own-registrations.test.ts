import { describe, expect, it } from 'vitest'
import { lint, testMarkedLines } from './marked-lines.js'

const imports = `import express from 'express'
import fs from 'node:fs'
const app = express()
const router = express.Router()
`

describe('functions of the project that register handlers', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'a closure calls the handler',
      code: `${imports}
function serve(path, prepare) {
  app.get(path, (request, response) => {
    response.send(prepare(request))
  })
}
serve('/soup', () => fs.readFileSync('soup')) // !
serve('/salad', () => fs.readFileSync('salad')) // !`,
    },
    {
      title: 'deeper inside of the closure, by an apply or in place',
      code: `${imports}
function serve(method, path, prepare, present) {
  router[method](path, (request, response) => {
    const prepared = [1].map(() => {
      const run = () => prepare.apply(null, [request])
      return run()
    })
    present(prepared, response)
  })
}
const plain = (prepared, response) => response.send(prepared)
const loud = (prepared, response) => { fs.appendFileSync('log', prepared); response.send(prepared) } // !
serve('get', '/soup', () => fs.readFileSync('soup'), plain) // !
serve('post', '/soup', () => fs.writeFileSync('soup', ''), loud) // !`,
    },
    {
      title: 'through functions that hand the handler on, and rest parameters',
      code: `${imports}
const register = (method, path, ...handlers) => app[method](path, ...handlers)
const get = (path, ...handlers) => register('get', path, ...handlers)
const check = (first) => { fs.accessSync('open'); first() } // !
const soup = (first) => first(fs.readFileSync('soup')) // !
const salad = (first) => first(fs.readFileSync('salad')) // !
get('/soup', check, soup)
get('/salad', check, salad)`,
    },
    {
      title: 'methods of a class',
      code: `${imports}
class Menu {
  add(path, dish) { app.get(path, dish) }
  all() {
    this.add('/soup', this.soup)
    this.add('/salad', this.salad)
  }
  soup(first, second) { second.end(fs.readFileSync('soup')) } // !
  salad(first, second) { second.end(fs.readFileSync('salad')) } // !
}
new Menu().all()`,
    },
    {
      title: 'more handlers than values are told apart',
      code: `${imports}
function serve(path, prepare) {
  app.get(path, (request, response) => { response.send(prepare(request)) })
}
${Array.from({ length: 40 }, (_, dish) => `serve('/${dish}', () => fs.readFileSync('${dish}')) // !`).join('\n')}`,
    },
    {
      title: 'only one handler',
      code: `${imports}
function serve(prepare) {
  app.get('/soup', (request, response) => { response.send(prepare(request)) })
}
serve(() => fs.readFileSync('soup')) // !`,
    },
    {
      title: 'a listener of an event that belongs to start-up',
      code: `
import http from 'node:http'
import fs from 'node:fs'
const server = http.createServer()
const when = (event, listener) => server.on(event, listener)
when('listening', () => fs.writeFileSync('pid', ''))
when('request', () => fs.readFileSync('soup')) // !`,
    },
    {
      title: 'what goes on when an event has come belongs to whoever waits for it',
      code: `
import { fork } from 'node:child_process'
import fs from 'node:fs'
function cook(dish, done) {
  fork(dish).on('message', () => { done() })
}
cook('soup', () => fs.writeFileSync('soup', ''))
cook('salad', () => fs.writeFileSync('salad', ''))`,
    },
    {
      title: 'what is called while registering is start-up',
      code: `${imports}
function serve(path, load) {
  const dish = load()
  app.get(path, (request, response) => { response.send(dish) })
}
serve('/soup', () => fs.readFileSync('soup'))
serve('/salad', () => fs.readFileSync('salad'))`,
    },
  ])

  it('name the route that the caller gives', () => {
    const code = `${imports}
function route(method, path, handler) {
  router[method](path, (request, response) => { response.send(handler(request)) })
}
const apiRoute = (method, path, handler) => route(method, '/api' && path, handler)
route('get', '/menu', () => fs.readFileSync('menu'))
route('put', '/menu', () => fs.statSync('menu'))
const direct = (path, handler) => router.delete(path, handler)
direct('/soup', () => fs.rmSync('soup'))
direct('/salad', () => fs.rmSync('salad'))`
    const messages = lint('no-blocking-call', { code }).map(({ message }) => message)
    const names = messages.map((message) => /(?:GET|PUT|DELETE) \/\w+/.exec(message)?.[0])
    expect(names).toEqual(['GET /menu', 'PUT /menu', 'DELETE /soup', 'DELETE /salad'])
  })
})
