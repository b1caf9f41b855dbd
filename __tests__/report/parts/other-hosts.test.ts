import { describe, expect, it } from '@jest/globals'
import { isTakenBack, whatOfTheOthers } from '../../../src/report/parts/other-hosts.ts'
import { failureOf } from '../../../src/domain/rollout/result.ts'
import type { HostResult } from '../../../src/domain/rollout/result.ts'
import { aHostResult } from '../../fakes/samples.ts'

const failed = aHostResult('i-2', { outcome: 'failed', cause: 'exited' })
const untouched = (id: string): HostResult => aHostResult(id, { outcome: 'failed', cause: 'not-started' })
const returned = aHostResult('i-1', { outcome: 'rolled-back', servingRelease: 'old' })

describe('what became of the other hosts', () => {
  it.each<[string, readonly HostResult[], readonly string[]]>([
    ['there are none', [failed], []],
    ['one returned, one was not reached', [returned, failed, untouched('i-3')], ['i-1 returned to old.', 'i-3 was not touched.']],
    ['several were not reached', [failed, untouched('i-3'), untouched('i-4')], ['i-3, i-4 were not touched.']],
    ['one had nothing to return to', [aHostResult('i-1', { servingRelease: 'new' }), failed], ['i-1 serves new.']],
    [
      'one could not return',
      [aHostResult('i-1', { outcome: 'failed', cause: 'out-of-memory' }), failed],
      ['i-1 failed: out-of-memory.', 'i-2 failed: exited.'],
    ],
  ])('%s', (_, results, expected) => {
    expect(whatOfTheOthers(results, failed)).toEqual(expected)
  })
})

it.each<[string, readonly HostResult[], boolean]>([
  ['never had the traffic', [failed], false],
  ['was taken back by the host itself', [{ ...failed, rolledBack: true }, untouched('i-3')], true],
  ['was taken back by the run', [returned, failed], true],
  ['is still somewhere', [aHostResult('i-1'), { ...failed, rolledBack: true }], false],
])('a release that %s', (_, results, expected) => {
  expect(isTakenBack(results)).toBe(expected)
})

it('the failure of a run is the one that has a cause of its own', () => {
  expect(failureOf([untouched('i-1'), failed])).toBe(failed)
  expect(failureOf([aHostResult('i-1'), untouched('i-3')])).toMatchObject({ hostId: 'i-3' })
  expect(failureOf([aHostResult('i-1')])).toBeUndefined()
})
