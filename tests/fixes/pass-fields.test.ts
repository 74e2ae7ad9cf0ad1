import { expect, it } from 'vitest'
import { lint } from '../rules/marked-lines.js'

const ofRequest = [
  ...['body', 'cookies', 'headers', 'hostname', 'ip', 'method', 'originalUrl', 'params', 'path', 'payload'],
  ...['query', 'rawBody', 'url'],
]
const ofContext = ['headers', 'hostname', 'ip', 'method', 'params', 'path', 'query', 'url']

it.each([
  ...ofRequest.map((name) => ['req', name] as const),
  ...ofContext.map((name) => ['ctx', name] as const),
])('suggests to pass %s.%s where that is what a handler uses', (given, name) => {
  const code = (passed: string): string => `import express from 'express'
import Koa from 'koa'
import Piscina from 'piscina'
const pool = new Piscina({ filename: './resize.js' })
express().post('/', async (req) => { if (req.${name}) await pool.run(${given === 'req' ? passed : '1'}) })
new Koa().use(async (ctx) => { if (ctx.${name}) await pool.run(${given === 'ctx' ? passed : '1'}) })`
  const before = code(given)
  const [from, to, text] = lint('no-request-in-worker', { code: before }).flatMap(({ suggestions = [] }) =>
    suggestions.flatMap(({ fix }) => [...fix.range, fix.text]),
  ) as [number, number, string]
  expect(before.slice(0, from) + text + before.slice(to)).toBe(code(`{ ${name}: ${given}.${name} }`))
})
