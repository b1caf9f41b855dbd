import { expect } from '@jest/globals'
import type { ActionRun } from '../../local/runner/runner.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { commitOf } from '../fakes/short-commit.ts'

const REASON = 'the sale: <b>nothing</b> goes out ::error::x'
const EVER = { command: 'unfreeze', port: undefined } as const

let bed: Bed
let first: ActionRun
let second: ActionRun

const frozen = given(async () => {
  bed = await openBed()
  first = ended(await bed.act(), 'deployed')
  await bed.commit()
  second = ended(await bed.act(), 'deployed')
  ended(await bed.act({ command: 'freeze', port: undefined, reason: REASON, until: '72h' }), 'frozen')
  await bed.commit()
})
beforeEach(frozen)

const page = (): Promise<string> => visit(first.outputs['url'] ?? '')

it('a deploy to a frozen service is refused before anything is built, and names who, why and until when; so does a plan', async () => {
  const from = (await bed.cloud.calls()).length
  const run = ended(await bed.act(), 'refused', 'refused')
  expect(errorOf(run)).toMatch(
    /the service is frozen by ada until [-\d]+ [:\d]+ UTC: the sale: <b>nothing<\/b> goes out ::error::x \(since [-\d]+ [:\d]+ UTC, https:\S+\)/,
  )
  expect(run.summary).not.toContain('<b>')
  expect(run.stdout.split('\n').filter((line) => line.startsWith('::error::'))).toEqual([])
  expect((await bed.calls(from)).map(({ operation }) => operation)).not.toContain('PutParameter')
  const plan = await bed.act({ command: 'plan' })
  expect(plan.summary).toContain('frozen by ada')
  expect(plan.outputs['plan-hash']).toBe('')
  expect(await page()).toBe(commitOf(second))
})

it('a rollback works, and the freeze stays', async () => {
  ended(await bed.act({ command: 'rollback', port: undefined }), 'rolled-back')
  expect(await page()).toBe(commitOf(first))
  expect((await bed.act({ command: 'status', port: undefined })).summary).toContain('Frozen')
  ended(await bed.act(), 'refused', 'refused')
})

it('unfreeze allows deploys again, and reports it once', async () => {
  ended(await bed.act(EVER), 'unfrozen')
  ended(await bed.act(EVER), 'unchanged')
  const run = ended(await bed.act(), 'deployed')
  expect(await page()).toBe(commitOf(run))
})

it('a service that was never deployed cannot be frozen', async () => {
  const run = ended(await bed.act({ command: 'freeze', service: 'other', port: undefined, reason: 'x' }), 'refused', 'refused')
  expect(errorOf(run)).toContain('nothing is deployed yet')
})
