import { SSMClient } from '@aws-sdk/client-ssm'
import { expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { parameterLease } from '../../src/adapters/aws/ssm/lease.ts'
import type { Lease } from '../../src/domain/lease/lease.ts'
import type { Shared } from '../../src/ports/state/shared.ts'
import { acquireLease, NO_COMMIT } from '../../src/steps/lease/acquire-lease.ts'
import { GRACE } from '../fakes/lease.ts'
import { answerAsParameterStore, CLIENT } from '../fakes/parameter-store.ts'
import type { Parameters } from '../fakes/parameter-store.ts'
import { aWorld } from '../fakes/world.ts'

/** Long enough to give up a lease and delete it without a renewal. */
const TURN_MS = 20_000

test('several runs that delete the lease in turn do not count as one silent run', async () => {
  const world = aWorld({ 'lock-timeout': '5m' })
  const { clock } = world.ctx
  const claims: number[] = []
  const lease: Shared<Lease> = {
    async read() {
      const turn = Math.floor(clock.elapsed() / TURN_MS)
      const value: Lease = { ...GRACE, owner: `${turn}/1/a`, command: 'destroy', token: 0, free: false, beat: 0 }
      return { version: 1, at: turn, value }
    },
    async write() {
      claims.push(clock.elapsed())
      return 2
    },
    remove: async () => undefined,
  }
  await expect(acquireLease({ ...world.ctx, lease }, NO_COMMIT)).rejects.toMatchObject({ code: 'lock-held' })
  expect(claims).toEqual([])
})

test('a lease with an invalid token is still held by one run at a time', async () => {
  const parameters: Parameters = new Map()
  answerAsParameterStore(mockClient(SSMClient), parameters)
  const poisoned = { ...GRACE, token: Number.MAX_SAFE_INTEGER, free: true, beat: 0, over: 0 }
  parameters.set('/docker-to-ec2/web/production/lease', [{ text: JSON.stringify(poisoned), at: 1 }])
  const world = aWorld({ 'lock-timeout': '1m' })
  const lease = parameterLease(CLIENT)
  const [first, second] = ['a', 'b'].map((id) => ({ ...world.ctx, lease, newId: () => id }))
  const grip = await acquireLease(first!, NO_COMMIT)
  await expect(acquireLease(second!, NO_COMMIT)).rejects.toMatchObject({ code: 'lock-held' })
  await lease.write(world.ctx.config.service, { ...grip.lease, token: grip.token, free: true, beat: 1 }, grip.version)
  expect((await acquireLease(second!, NO_COMMIT)).token).toBeGreaterThan(grip.token)
})
