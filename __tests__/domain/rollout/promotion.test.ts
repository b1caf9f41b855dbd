import { describe, expect, it } from '@jest/globals'
import type { StoredRelease } from '../../../src/domain/release/release-document.ts'
import { judgePromotion } from '../../../src/domain/rollout/promotion.ts'
import type { Verdict, Verification } from '../../../src/domain/rollout/promotion.ts'
import type { HostsSeen } from '../../../src/domain/rollout/host-status.ts'
import type { ServiceStatus } from '../../../src/domain/rollout/result.ts'
import { aRecord, aRelease, anAttempt, aServiceStatus } from '../../fakes/samples.ts'

const STAGING = { name: 'web', environment: 'staging' }
const NAME = 'c0ffee00-12345678'
const stored: StoredRelease = { ...aRelease(), login: 'registry.example' }
const old: StoredRelease = { ...stored, name: 'old' }
const OLD = aRecord({ release: 'old' })
const DEPLOYED = '2026-11-01T12:00:00Z'
const NOW = Date.parse('2026-11-01T12:20:00Z')
const notAsked: HostsSeen = { kind: 'not-asked', reason: 'no document' }

function says(changes: Partial<ServiceStatus> = {}): HostsSeen {
  const status = aServiceStatus({ service: 'web.staging', release: NAME, ...changes })
  return { kind: 'asked', hosts: [{ hostId: 'i-1', status, others: [] }] }
}

function judge(given: Partial<Verification> = {}): Verdict {
  const record = given.record ?? aRecord()
  const usual = {
    from: STAGING,
    release: NAME,
    history: [record, OLD],
    specification: stored,
    hosts: says(),
    allowRolledBack: false,
    minSoakMs: 0,
    now: NOW,
  }
  return judgePromotion({ ...usual, ...given, record })
}

describe('judgePromotion', () => {
  it.each([
    ['whose hosts are well', says()],
    ['whose hosts could not be asked', notAsked],
  ])('allows the live verified release, %s', (_, hosts) => {
    expect(judge({ hosts })).toEqual({ kind: 'promote', release: stored, note: undefined })
  })

  it('allows an earlier verified release by name, whatever the health of the live one', () => {
    const hosts = says({ healthy: false, serving: '' })
    expect(judge({ release: 'old', specification: old, hosts })).toMatchObject({ kind: 'promote', release: old })
  })

  it.each([
    ['a host knows nothing of it', { kind: 'asked', hosts: [{ hostId: 'i-1', status: undefined, others: [] }] }, 'i-1 serves nothing, but'],
    ['another one serves', says({ release: 'b' }), `i-1 serves b, but ${NAME} is recorded`],
    ['the proxy serves nothing', says({ serving: '' }), `${NAME} is not healthy on i-1 of staging`],
    ['the proxy serves another digest', says({ serving: 'sha256:b' }), 'is not healthy on'],
    ['it is ill', says({ healthy: false }), 'healthy'],
  ] as const)('refuses when %s', (_, hosts, words) => {
    const verdict = judge({ hosts })
    expect(verdict).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(words), hint: expect.stringMatching(/\w/) })
  })

  it.each([
    ['gone', 'is not in the registry any more'],
    ['elsewhere', 'another account or region'],
    ['unreadable', 'or does not match the record'],
  ] as const)('refuses one whose specification is %s, by force, too', (specification, words) => {
    expect(judge({ specification, allowRolledBack: true })).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(words) })
  })

  it('refuses a release without a record, and names those that have one', () => {
    expect(judge({ release: 'x', specification: undefined, allowRolledBack: true })).toMatchObject({
      kind: 'refuse',
      reason: `x is not verified in staging; these are: ${NAME}, old`,
    })
  })

  describe('of one that was rolled back from', () => {
    const back = (release: string) => aRecord({ release, attempt: anAttempt({ outcome: 'rolled-back' }) })
    const served = (release: string) => aRecord({ release })
    it.each([
      ['the one before it serves again', [back('a'), served('old'), served('a')], true],
      ['one further back serves again', [back('a'), served('b'), served('old'), served('a')], true],
      ['others were deployed since', [served('c'), back('a'), served('old'), served('a')], true],
      ['it was deployed again since', [served('c'), served('old'), back('a'), served('old'), served('a')], false],
      ['a later one was rolled back from', [back('old'), served('b'), served('old'), served('a')], false],
      [
        'a later one went bad by itself',
        [aRecord({ attempt: anAttempt({ outcome: 'rolled-back', cause: 'exited' }) }), served('old')],
        false,
      ],
    ] as const)('%s', (_, history, refused) => {
      const given = { release: 'old', record: history[0], history, specification: old, hosts: notAsked }
      const refusal = { kind: 'refuse', reason: 'old was rolled back in staging' }
      expect(judge(given)).toMatchObject(refused ? refusal : { kind: 'promote' })
      expect(judge({ ...given, allowRolledBack: true })).toMatchObject({ kind: 'promote' })
    })
  })

  it.each([
    [
      'failed',
      { release: 'new', outcome: 'failed', cause: 'exited' },
      /last run in staging \(new\) ended as failed: exited\. The verified release c0ffee00-12345678 still/,
    ],
    ['went bad', { release: 'new', outcome: 'rolled-back', cause: 'bake-errors' }, /ended as rolled-back: bake-errors/],
    ['was a rollback in vain', { release: '', outcome: 'failed', cause: 'release-not-found' }, /\(a rollback\)/],
  ] as const)('notes when the last run %s', (_, attempt, words) => {
    const record = aRecord({ attempt: anAttempt(attempt) })
    expect(judge({ record })).toMatchObject({ kind: 'promote', note: expect.stringMatching(words) })
  })

  it('does not note a rollback that was asked for', () => {
    const record = aRecord({ attempt: anAttempt({ outcome: 'rolled-back' }) })
    expect(judge({ record })).toMatchObject({ note: undefined })
  })

  describe('with min-soak', () => {
    const minSoakMs = 30 * 60_000
    const record = aRecord({ deployedAt: DEPLOYED })
    const before = aRecord({ release: 'old', deployedAt: '2026-11-01T11:45:00Z' })
    const history = [record, before]
    const later = Date.parse('2026-11-01T12:30:00Z')

    it('refuses what has not served for so long, and says when it has', () => {
      expect(judge({ record, history, minSoakMs, now: NOW })).toMatchObject({
        kind: 'refuse',
        reason: `${NAME} has served staging for 20 min 0 s, but min-soak is 30m`,
        hint: 'Run this again in 10 min 0 s, or lower min-soak.',
      })
    })

    it('allows a release that has served long enough', () => {
      expect(judge({ record, history, minSoakMs, now: later }).kind).toBe('promote')
    })

    it('counts no failed attempt and no restart as a deploy', () => {
      const failed = { ...record, attempt: anAttempt({ outcome: 'failed', cause: 'health-status', at: '2026-11-01T12:29:00Z' }) }
      expect(judge({ record: failed, history: [failed, ...history], minSoakMs, now: later }).kind).toBe('promote')
    })

    it.each([
      ['counts from the newest start of a container', says({ startedAt: '2026-11-01T12:15:00.5Z' }), 'has served staging for 15 min 0 s'],
      ['goes by the record where a host does not tell a start', says({ startedAt: '' }), undefined],
      ['goes by the record where hosts are not asked', notAsked, undefined],
    ] as const)('%s', (_, hosts, words) => {
      const verdict = judge({ record, history, hosts, minSoakMs, now: later })
      expect(verdict).toMatchObject(words === undefined ? { kind: 'promote' } : { kind: 'refuse', reason: expect.stringContaining(words) })
    })

    it('counts an earlier release for as long as it served', () => {
      expect(judge({ record, history, release: 'old', specification: old, minSoakMs, now: later + 1e9 })).toMatchObject({
        kind: 'refuse',
        reason: 'old served staging for 15 min 0 s, but min-soak is 30m',
        hint: 'Choose a release that served longer, or lower min-soak.',
      })
    })

    it.each(['', 'yesterday'])('refuses if the record does not say since when: %j', (deployedAt) => {
      const unclear = aRecord({ deployedAt })
      expect(judge({ record: unclear, history: [unclear], minSoakMs, now: later }).kind).toBe('refuse')
    })

    it('refuses what a clock says was deployed in the future', () => {
      const future = aRecord({ deployedAt: '2030-01-01T00:00:00Z' })
      expect(judge({ record: future, history: [future], minSoakMs, now: later }).kind).toBe('refuse')
    })
  })
})
