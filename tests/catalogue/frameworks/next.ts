import type { HandlerTable } from './handler-table.js'

export const next: HandlerTable = {
  'next': `
import { GetServerSideProps, NextApiHandler, NextApiRequest, NextApiResponse } from 'next'

export const asGetServerSideProps: GetServerSideProps = $ // context
export const asNextApiHandler: NextApiHandler = $ // request response
export const ofNextApiRequest = $<NextApiRequest> // request
export const ofNextApiResponse = $<NextApiResponse> // response`,
  'next/server': `
import { NextMiddleware, NextProxy, NextRequest } from 'next/server'

export const asNextMiddleware: NextMiddleware = $ // request other
export const asNextProxy: NextProxy = $ // request other
export const ofNextRequest = $<NextRequest> // request`,
}
