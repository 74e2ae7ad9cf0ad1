import { channel } from 'node:diagnostics_channel'
import { setImmediate, setTimeout } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

import { Allowances } from '../../../src/runtime/loop/allowances.js'
import { createSharedMemory, readText, Text } from '../../../src/runtime/shared-memory.js'

const logo = { reason: 'logo', budgetMs: null }
const rates = { reason: 'rates', budgetMs: 100 }
const spend = (ms: number): void => {
  const end = performance.now() + ms
  while (performance.now() < end);
}

const memory = createSharedMemory()
let allowances: Allowances
beforeEach(() => (allowances = new Allowances(memory)))
afterEach(() => allowances.stop())

describe('a synchronous function', () => {
  it('is accepted while it runs, in shared memory too', () => {
    const seen = allowances.run(logo, () => [allowances.current(), readText(memory, Text.allowance)])
    expect(seen).toEqual([logo, '{"reason":"logo","budgetMs":null}'])
    expect([allowances.current(), readText(memory, Text.allowance)]).toEqual([null, ''])
  })

  it('is timed by turn', () => {
    allowances.run(logo, () => spend(15))
    allowances.run(logo, () => spend(15))
    const allowed = allowances.endTurn()
    expect(allowed?.allowedMs).toBeGreaterThanOrEqual(30)
    expect(allowed?.exceeded).toBeNull()
    expect(allowances.endTurn()).toBeNull()
  })

  it('has a budget for each call', () => {
    allowances.run(rates, () => spend(1))
    expect(allowances.endTurn()?.exceeded).toBeNull()
    allowances.run(rates, () => spend(300))
    allowances.run(rates, () => spend(120))
    const exceeded = allowances.endTurn()?.exceeded
    expect(exceeded).toMatchObject(rates)
    expect(exceeded?.tookMs).toBeGreaterThanOrEqual(300)
  })

  it('counts once when it is inside of another, and each has its budget', () => {
    allowances.run(logo, () => allowances.run(rates, () => spend(120)))
    const allowed = allowances.endTurn()
    expect(allowed?.allowedMs).toBeLessThan(239)
    expect(allowed?.exceeded).toMatchObject(rates)
  })

  it('that throws is over', () => {
    const failure = new Error('no logo')
    const fail = (): never => {
      throw failure
    }
    expect(() => allowances.run(logo, fail)).toThrow(failure)
    expect(allowances.current()).toBeNull()
  })

  it('counts up to now when the program ends inside of it', () => {
    const allowed = allowances.run(rates, () => {
      spend(120)
      return allowances.endTurn()
    })
    expect(allowed?.allowedMs).toBeGreaterThanOrEqual(120)
    expect(allowed?.exceeded).toMatchObject(rates)
  })
})

describe('an asynchronous function', () => {
  it('is accepted until its promise settles, and nothing beside it', async () => {
    const seen: (typeof logo | null)[] = []
    let later: Promise<void> | undefined
    const beside = setTimeout(5).then(() => allowances.current())
    const promise = allowances.run(logo, async () => {
      await setTimeout(20)
      seen.push(allowances.current() as typeof logo)
      later = setTimeout(20).then(() => void seen.push(allowances.current() as typeof logo))
      return 'done'
    })
    expect(allowances.current()).toBeNull()
    expect(await beside).toBeNull()
    expect(await promise).toBe('done')
    await later
    expect(seen).toEqual([logo, null])
  })

  it('has its synchronous calls timed', async () => {
    await allowances.run(rates, async () => {
      await setImmediate()
      allowances.endTurn()
      expect(allowances.enterCall()).toBe(true)
      // A call inside of it is part of it.
      expect(allowances.enterCall()).toBe(false)
      spend(120)
      allowances.leaveCall()
    })
    expect(allowances.endTurn()?.exceeded).toMatchObject(rates)
    expect(allowances.enterCall()).toBe(false)
  })

  it('rejects with what it rejects with', async () => {
    const failure = new Error('no rates')
    await expect(allowances.run(rates, () => Promise.reject(failure))).rejects.toBe(failure)
    expect(allowances.current()).toBeNull()
  })

  it('is not followed into requests', async () => {
    let request: unknown = 'none'
    await allowances.run(logo, async () => {
      await setImmediate()
      channel('http.server.request.start').publish({})
      request = allowances.current()
    })
    expect(request).toBeNull()
  })

  it('leaves promises alone that are more than promises', () => {
    class Query extends Promise<number> {}
    const query = Query.resolve(1)
    expect(allowances.run(logo, () => query)).toBe(query)
    const child = Object.assign(Promise.resolve(1), { pid: 7 })
    expect(allowances.run(logo, () => child)).toBe(child)
    const thenable = {
      then: () => {
        throw new Error('must not run')
      },
    }
    expect(allowances.run(logo, () => thenable)).toBe(thenable)
  })
})

it('looks at no request while nothing is accepted', async () => {
  const requests = channel('http.server.request.start')
  const seen = [requests.hasSubscribers]
  const outer = allowances.run(logo, async () => {
    allowances.run(rates, () => {})
    seen.push(requests.hasSubscribers)
    await setImmediate()
    seen.push(requests.hasSubscribers)
  })
  seen.push(requests.hasSubscribers)
  await outer
  seen.push(requests.hasSubscribers)
  expect(seen).toEqual([false, true, true, true, false])
})
