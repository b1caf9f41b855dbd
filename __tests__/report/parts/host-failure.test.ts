import { expect, it } from '@jest/globals'
import { hostFailure } from '../../../src/report/parts/host-failure.ts'
import type { HostResult } from '../../../src/domain/rollout/result.ts'
import { aHostResult, aSpec } from '../../fakes/samples.ts'

const failing = (changes: Partial<HostResult>) => {
  const failed = aHostResult('i-1', { outcome: 'failed', cause: 'exited', ...changes })
  const other = aHostResult('i-2', { servingRelease: 'new' })
  return hostFailure(failed, { results: [failed, other], spec: aSpec({ port: 3000 }) })
}

it.each<[Partial<HostResult>, string]>([
  [{ serving: 'sha256:a', servingRelease: 'old', looked: true }, 'old still serves.'],
  [{ serving: '', servingRelease: '', looked: true }, 'Nothing is served.'],
  [{ serving: '', servingRelease: '', looked: false }, '`command: status` shows what is live.'],
])('says that nothing serves only if the host has looked: %j', (result, state) => {
  expect(failing(result).state).toBe(state)
})

it('names the cause with its facts, and what happened to the other hosts', () => {
  const { cause, sentence, others } = failing({ cause: 'port-not-listening' })
  expect([cause, others]).toEqual(['port-not-listening', ['i-2 serves new.']])
  expect(sentence).toMatch(/port 3000.*\.$/)
})

it('is about the proxy if the host names no cause', () => {
  expect(failing({ cause: undefined }).cause).toBe('not-serving')
})
