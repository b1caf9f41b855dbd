import { describe, expect, it } from '@jest/globals'
import { fateOf, refuseSteering, STEERING as SCHEMA, takenWords } from '../../../src/domain/canary/steering.ts'
import type { Steering, Taken, Wish } from '../../../src/domain/canary/steering.ts'
import type { Lease } from '../../../src/domain/lease/lease.ts'
import type { Version } from '../../../src/domain/lease/standing.ts'
import { readValue } from '../../../src/domain/untrusted.ts'
import { GRACE } from '../../fakes/lease.ts'

const RUN_URL = 'https://github.com/acme/web/actions/runs/9'
const STEERING: Steering = { token: 7, release: 'new', runUrl: GRACE.runUrl, ended: false }
const WISH: Wish = { id: 'a', steer: 'pause', reason: 'the sale', actor: 'ada', runUrl: RUN_URL, at: '2026-01-02T12:00:03.000Z' }
const TAKEN: Taken = { ...WISH, share: 10, effect: true }

function held(lease: Partial<Lease> = {}): Version<Lease> {
  return { version: 3, at: 9, value: { ...GRACE, token: 7, free: false, beat: 1, ...lease } }
}

it.each(['soon', '2026-01-02T12:00:03+00'])('a request at no time, %j, is not read', (at) => {
  const { token, release, runUrl, ended } = STEERING
  const steering = { token, release, runUrl, ended, taken: TAKEN }
  expect(readValue(SCHEMA, steering)).toEqual(steering)
  expect(readValue(SCHEMA, { ...steering, taken: { ...TAKEN, at } })).toBeUndefined()
})

describe('steering is refused', () => {
  it.each<[string, Steering | undefined, Version<Lease> | undefined, RegExp]>([
    ['where nothing was ever deployed', undefined, undefined, /^no canary is running$/],
    ['once the run of the canary gave up its lease', STEERING, held({ free: true }), /^no canary is running$/],
    ['of a canary of an earlier run', { ...STEERING, token: 6 }, held(), /no canary is running: run 6 of grace \(\S+\), which deploys/],
    ['of a run that has not begun one', undefined, held(), /which deploys this service, has none now/],
    ['once it has ended', { ...STEERING, ended: true }, held(), /has none now/],
  ])('%s', (_, steering, lease, reason) => {
    expect(refuseSteering(steering, lease)?.reason).toMatch(reason)
    expect(refuseSteering(steering, lease)?.hint).not.toBe('')
  })

  it('not where its run holds the lease, also by the first version of a parameter, which does not tell its token', () => {
    expect(refuseSteering(STEERING, held())).toBeUndefined()
    expect(refuseSteering({ ...STEERING, token: 9 }, held({ token: 0 }))).toBeUndefined()
  })
})

it.each<[string, Steering | undefined, Taken | string | undefined]>([
  ['asked', { ...STEERING, asked: WISH }, undefined],
  ['taken', { ...STEERING, taken: TAKEN }, TAKEN],
  ['taken at the end', { ...STEERING, taken: TAKEN, ended: true }, TAKEN],
  ['asked too late', { ...STEERING, asked: WISH, ended: true }, 'left-behind'],
  ['written over', { ...STEERING, asked: { ...WISH, id: 'b' } }, 'left-behind'],
  ['gone with the canary', { ...STEERING, token: 8 }, 'left-behind'],
  ['deleted', undefined, 'left-behind'],
])('what was %s', (_, steering, fate) => {
  expect(fateOf(steering, WISH)).toEqual(fate)
})

it('tells what was done, when, by whom and why', () => {
  expect(takenWords(TAKEN)).toBe(`10%: paused at 12:00:03 UTC by ada (${RUN_URL}): the sale`)
  expect(takenWords({ ...TAKEN, steer: 'continue', reason: '', effect: false })).toBe(
    `10%: continued at 12:00:03 UTC by ada (${RUN_URL}) (changed nothing)`,
  )
})
