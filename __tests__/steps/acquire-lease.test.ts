import { expect, test } from '@jest/globals'
import type { Lease } from '../../src/domain/lease/lease.ts'
import type { Shared } from '../../src/ports/state/shared.ts'
import { acquireLease, NO_COMMIT } from '../../src/steps/lease/acquire-lease.ts'
import { GRACE } from '../fakes/lease.ts'
import { aWorld } from '../fakes/world.ts'

/** Long enough to give up a lease and delete it without a renewal. */
const TURN_MS = 20_000

test('runs that delete the lease one after the other are not taken for one that is silent', async () => {
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
