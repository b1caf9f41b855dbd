import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, describe, expect, it } from '@jest/globals'
import type { Session } from '../../../src/connect/aws/options.ts'
import { lasting } from '../../../src/connect/aws/lasting.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { momentOf } from '../../../src/ports/clock.ts'
import { MINUTE } from '../../../src/domain/duration.ts'

let clock: ReturnType<typeof fakeClock>
/** Milliseconds by which the clock of the runner is ahead of AWS's. */
let ahead: number
let given: number
let failure: Error | undefined
let session: Session

beforeEach(() => {
  clock = fakeClock()
  ahead = 0
  given = 0
  failure = undefined
  session = lasting(
    async () => {
      const error = failure
      await Promise.resolve()
      if (error) throw error
      given += 1
      return { accessKeyId: `key-${given}`, secretAccessKey: '', sessionToken: '', expiration: new Date(clock.now() + 15 * MINUTE) }
    },
    { clock: { now: () => momentOf(clock.now() + ahead), elapsed: () => clock.elapsed() }, seconds: 900 },
  )
})

const key = async () => (await session()).accessKeyId
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('the session of a run', () => {
  it('is one for all that ask at once, and for all that ask later', async () => {
    expect(await Promise.all([key(), key(), key()])).toEqual(['key-1', 'key-1', 'key-1'])
    clock.pass(9 * MINUTE)
    expect(await key()).toBe('key-1')
    expect(given).toBe(1)
  })

  it('is renewed before its end, and nobody waits for that', async () => {
    await key()
    clock.pass(11 * MINUTE)
    expect(await Promise.all([key(), key()])).toEqual(['key-1', 'key-1'])
    await settled()
    expect(await key()).toBe('key-2')
    expect(given).toBe(2)
  })

  it('outlives an outage that is shorter than what is left of it', async () => {
    await key()
    clock.pass(11 * MINUTE)
    failure = new Error('down')
    expect(await key()).toBe('key-1')
    await settled()
    clock.pass(2 * MINUTE)
    failure = undefined
    expect(await key()).toBe('key-1')
    await settled()
    expect(await key()).toBe('key-2')
  })

  it('is never given out in its last minute, in which a request might come too late', async () => {
    await key()
    clock.pass(14.5 * MINUTE)
    expect(await key()).toBe('key-2')
    clock.pass(14.5 * MINUTE)
    failure = new Error('down')
    await expect(key()).rejects.toThrow('down')
  })

  it('is asked for again after a first failure', async () => {
    failure = new Error('down')
    await expect(key()).rejects.toThrow('down')
    failure = undefined
    expect(await key()).toBe('key-1')
  })

  it.each([-60, -10, 10, 60])('is not given out after its end by a runner whose clock is %d minutes ahead', async (minutes) => {
    ahead = minutes * MINUTE
    await key()
    clock.pass(14.5 * MINUTE)
    expect(await key()).toBe('key-2')
  })

  it('is not requested anew for each request by a runner whose clock is ahead by more than its time', async () => {
    ahead = 60 * MINUTE
    expect([await key(), await key(), await key()]).toEqual(['key-1', 'key-1', 'key-1'])
  })

  it('outlives a clock that is set back, not its own end', async () => {
    await key()
    ahead = -30 * MINUTE
    clock.pass(14.5 * MINUTE)
    expect(await key()).toBe('key-2')
  })
})

describe('a client of AWS', () => {
  // The client itself goes by the wall clock, which shows here that the credentials have another hour.
  it('signs with new credentials when the time of the old ones is over, however late the clock of the runner is', async () => {
    const keys: unknown[] = []
    const server = createServer((request, response) => {
      keys.push(/Credential=([^/]+)/.exec(request.headers.authorization ?? '')?.[1])
      response.setHeader('content-type', 'application/x-amz-json-1.1').end('{}')
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    try {
      const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
      const late = lasting(async () => ({ ...(await session()), expiration: new Date(Date.now() + 75 * MINUTE) }), { clock, seconds: 900 })
      const client = new SSMClient({ region: 'us-east-1', endpoint, credentials: late })
      const ask = () => client.send(new GetParameterCommand({ Name: '/a' }))
      await ask()
      await ask()
      clock.pass(14.5 * MINUTE)
      await ask()
    } finally {
      server.closeAllConnections()
      server.close()
    }
    expect(keys).toEqual(['key-1', 'key-1', 'key-2'])
  })
})
