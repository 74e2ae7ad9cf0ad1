import type { HandlerTable } from './handler-table.js'

export const astro: HandlerTable = {
  'astro:actions': `
import { defineAction } from 'astro:actions'

defineAction({ handler: $ }) // data context`,
  'astro/config': `
import { defineConfig } from 'astro/config'

defineConfig({})`,
}
