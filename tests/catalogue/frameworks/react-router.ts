import type { HandlerTable } from './handler-table.js'

export const reactRouter: HandlerTable = {
  'react-router': `
import { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'

export const ofActionFunctionArgs = $<ActionFunctionArgs> // context
export const ofLoaderFunctionArgs = $<LoaderFunctionArgs> // context`,
}
