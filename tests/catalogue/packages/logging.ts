import type { CallTable } from '../reports-of.js'

export const logging: CallTable = {
  log4js: `
const log4js = require('log4js')

log4js.configure({ appenders: {} })`,
  pino: `
import pino from 'pino'
const log = pino()

log.info('soup')
pino.destination('menus.log')`,
}
