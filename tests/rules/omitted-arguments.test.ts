import { describe } from 'vitest'
import { testMarkedLines } from './marked-lines.js'

const head = `
import fs from 'node:fs'
import express from 'express'
const app = express()`

describe('what runs only without an argument', () => {
  testMarkedLines('no-blocking-call', [
    {
      title: 'is silent where it is given',
      code: `${head}
function readMenu(day, callback) {
  if (callback) fs.readFile(day, callback)
  else return fs.readFileSync(day)
}
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu)))`,
    },
    {
      title: 'is reported where it is left out',
      code: `${head}
function readMenu(day, callback) {
  if (callback) fs.readFile(day, callback)
  else return fs.readFileSync(day) // !
}
app.get('/menu/:day', (req, res) => res.send(readMenu(req.params.day)))`,
    },
    {
      title: 'is reported where one of the callers leaves it out',
      code: `${head}
function readMenu(day, callback) {
  if (typeof callback !== 'function') return fs.readFileSync(day) // !
  fs.readFile(day, callback)
}
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu)))
app.get('/today', (req, res) => res.send(readMenu('today')))`,
    },
    {
      title: 'is silent where start-up alone leaves it out',
      code: `${head}
function readMenu(day, callback) {
  if (callback === undefined) return fs.readFileSync(day)
  fs.readFile(day, callback)
}
const today = readMenu('today')
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu ?? today)))`,
    },
    {
      title: 'is silent after an early return, and in what it calls',
      code: `${head}
function readMenu(day, callback) {
  if (callback) return fs.readFile(day, callback)
  return slurp(day)
}
const slurp = (day) => fs.readFileSync(day)
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu)))`,
    },
    {
      title: 'is silent in a callback inside, also when the argument stands one place further left',
      code: `${head}
class Kitchen {
  list(options, done) {
    if (typeof options === 'function') {
      done = options
      options = null
    }
    fs.readdir('menus', (error, names) => {
      if (error) return done ? done(error) : this.print('none')
      return done ? done(null, names) : this.print(names)
    })
  }
  print(names) { fs.writeSync(1, String(names)) }
}
const kitchen = new Kitchen()
app.get('/menus', (req, res) => kitchen.list((error, names) => res.send(names)))`,
    },
    {
      title: 'is reported when nobody gives the argument that stands further left either',
      code: `${head}
function list(options, done) {
  if (typeof options === 'function') {
    done = options
    options = null
  }
  return done ? fs.readdir('menus', done) : fs.readdirSync('menus') // !
}
app.get('/menus', (req, res) => res.send(list({ sorted: true })))`,
    },
    {
      title: 'is silent with && and ||',
      code: `${head}
function readMenu(day, quick, done) {
  if (!done && !quick) return fs.readFileSync(day)
  done || fs.accessSync(day)
  !done && fs.statSync(day)
  fs.readFile(day, done)
}
app.get('/menu/:day', (req, res) => readMenu(req.params.day, true, (error, menu) => res.send(menu)))`,
    },
    {
      title: 'is reported where something else decides, too',
      code: `${head}
function readMenu(day, done) {
  if (!done || day === 'today') return fs.readFileSync(day) // !
  if (done && day === 'never') return done()
  fs.statSync(day) // !
  fs.readFile(day, done)
}
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu)))`,
    },
    {
      title: 'is reported where what is given may be nothing',
      code: `${head}
function readMenus(day) {
  if (!day) return fs.readdirSync('menus') // !
  return []
}
app.get('/menus', (req, res) => res.send(readMenus(req.query.day)))`,
    },
    {
      title: 'is reported where the parameter is given something else before',
      code: `${head}
function readMenu(day, done) {
  done = find(done)
  if (!done) return fs.readFileSync(day) // !
  fs.readFile(day, done)
}
app.get('/menu/:day', (req, res) => readMenu(req.params.day, (error, menu) => res.send(menu)))`,
    },
    {
      title: 'is reported in a handler, whose caller nobody sees',
      code: `${head}
app.use((req, res, next) => {
  if (!next) fs.readFileSync('menu') // !
})`,
    },
    {
      title: 'is judged by who makes the handler',
      code: `${head}
const showWith = (render) => (req, res) => res.send(render ? render(req) : fs.readFileSync('menu'))
const showAll = (render) => (req, res) => res.send(render ? render(req) : fs.readFileSync('menus')) // !
app.get('/menu', showWith((req) => req.path))
app.get('/menus', showAll())`,
    },
  ])
})
