import { deflateSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import type { StoredRelease } from '../../../src/domain/release/release-document.ts'
import type { ReleaseRecord } from '../../../src/domain/release/record.ts'
import { judgePromotion } from '../../../src/domain/rollout/promotion.ts'
import type { Verdict, Verification } from '../../../src/domain/rollout/promotion.ts'
import { parseShownRelease } from '../../../src/domain/rollout/shown-release.ts'
import type { ShownRelease } from '../../../src/domain/rollout/shown-release.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { aRecord, aRelease, anAttempt, aSpec, DIGEST } from '../../fakes/samples.ts'

const STAGING = { name: 'web', environment: 'staging' }
const NAME = 'c0ffee00-12345678'
const stored: StoredRelease = { ...aRelease(), login: 'registry.example' }

const fingerprint = fingerprintOf(stored.spec, NAME)
const recordedWith = (changes: Partial<ReleaseRecord> = {}) => aRecord({ fingerprint, ...changes })

function shown(changes: Partial<ShownRelease> = {}): ShownRelease {
  const serving = { active: NAME, live: NAME, serving: DIGEST, healthy: true }
  return { release: NAME, verified: true, left: false, ...serving, releases: [NAME, 'old'], stored, ...changes }
}

function judge(changes: Partial<ShownRelease> = {}, given: Partial<Verification> = {}): Verdict {
  const record = given.record ?? recordedWith()
  return judgePromotion({ from: STAGING, record, recorded: record, allowRolledBack: false, ...given, shown: shown(changes) })
}

describe('judgePromotion', () => {
  it('lets what serves and is verified go on', () => {
    expect(judge()).toEqual({ kind: 'promote', release: stored, note: undefined })
  })

  const old: StoredRelease = { ...stored, name: 'old' }
  it('lets an earlier verified one go on by name, whatever the health of the one that serves', () => {
    expect(judge({ release: 'old', stored: old, healthy: false, serving: '' })).toMatchObject({ kind: 'promote', release: old })
  })

  it.each([
    ['nothing serves', { active: '', live: '', release: '' }, `its host serves nothing, and ${NAME} is recorded`],
    ['another one serves', { active: 'b', live: 'b', release: 'b' }, `its host serves b, and ${NAME} is recorded`],
    ['one that is not verified yet serves', { active: 'a' }, `serves ${NAME}, a was verified last, and ${NAME} is recorded`],
    ['none was ever verified', { active: '' }, 'nothing was verified last'],
    ['the proxy serves nothing', { serving: '' }, `${NAME} does not serve staging in good health`],
    ['the proxy serves another digest', { serving: 'sha256:b' }, 'does not serve staging'],
    ['it is ill', { healthy: false }, 'in good health'],
    [
      'the one asked for is not verified',
      { release: 'x', verified: false, stored: 'unreadable' },
      `x is not verified in staging; these are: ${NAME}, old`,
    ],
    ['none is verified', { release: 'x', verified: false, releases: [] }, 'none is'],
    ['it was rolled back from', { release: 'old', left: true, stored: old }, 'old was rolled back from in staging'],
    ['its document is too large', { stored: 'too-large' }, 'too large'],
    ['its document is lost', { stored: 'unreadable' }, 'lost'],
    ['its document is of another', { stored: old }, 'lost'],
  ] as const)('refuses when %s', (_, changes, words) => {
    const verdict = judge(changes)
    expect(verdict).toMatchObject({ kind: 'refuse', reason: expect.stringContaining(words), next: expect.stringMatching(/\w/) })
  })

  it.each([
    ['was recorded with another digest', { ...stored, digest: 'sha256:b' }, aRecord()],
    ['was recorded with another commit', { ...stored, commit: 'b'.repeat(40) }, aRecord()],
  ])('refuses a document that %s: a host may tell anything', (_, told, recorded) => {
    expect(judge({ stored: told }, { recorded })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining('do not tell the same of'),
    })
  })

  it('takes from the record where the image is: the credentials of the run go there', () => {
    const told: StoredRelease = { ...stored, image: `evil.example/web@${DIGEST}`, login: 'evil.example' }
    expect(judge({ stored: told })).toMatchObject({ kind: 'promote', release: stored })
  })

  it.each([
    ['arguments', { spec: aSpec({ args: ['sh', '-c', 'id'] }) }],
    ['volumes', { spec: aSpec({ volumes: ['/:/host'] }) }],
    ['a health check', { spec: aSpec({ 'health-path': '/any' }) }],
  ])('refuses %s that were not recorded, though the document has the name of the release', (_, changes) => {
    expect(judge({ stored: { ...stored, ...changes } })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining('another configuration'),
    })
  })

  it('refuses one whose configuration no record tells', () => {
    expect(judge({}, { record: aRecord() })).toMatchObject({ kind: 'refuse', reason: expect.stringContaining('another configuration') })
  })

  it('refuses one that no record tells of', () => {
    expect(judge({}, { recorded: undefined, allowRolledBack: true })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringMatching(/, and nothing$/),
    })
  })

  it('takes one that was rolled back from by force', () => {
    expect(judge({ release: 'old', left: true, stored: old }, { allowRolledBack: true })).toMatchObject({ kind: 'promote' })
  })

  it.each([
    [
      'failed',
      { release: 'new', outcome: 'failed', cause: 'exited' },
      /last run in staging \(new\) ended as failed: exited\. c0ffee00-12345678, which is verified, still/,
    ],
    ['went bad', { release: 'new', outcome: 'rolled-back', cause: 'bake-errors' }, /ended as rolled-back: bake-errors/],
    ['was a rollback in vain', { release: '', outcome: 'failed', cause: 'release-not-found' }, /\(a rollback\)/],
  ] as const)('notes when the last run %s', (_, attempt, words) => {
    const record = recordedWith({ attempt: anAttempt(attempt) })
    expect(judge({}, { record })).toMatchObject({ kind: 'promote', note: expect.stringMatching(words) })
  })

  it('does not note a rollback that was asked for', () => {
    const record = recordedWith({ attempt: anAttempt({ outcome: 'rolled-back' }) })
    expect(judge({}, { record })).toMatchObject({ note: undefined })
  })
})

describe('parseShownRelease', () => {
  const line = (changes: object) => {
    const { stored: _, ...told } = shown()
    return JSON.stringify({ outcome: 'shown', ...told, document: '', ...changes })
  }
  const packed = (text: string): string => deflateSync(text).toString('base64')

  it.each([
    ['no output', ''],
    ['half a line', line({}).slice(0, 40)],
    ['the answer of a host that failed', '{"outcome":"failed","cause":"bad-payload"}'],
  ])('is undefined for %s', (_, stdout) => {
    expect(parseShownRelease(stdout)).toBeUndefined()
  })

  it.each([
    ['nothing', ''],
    ['what is not packed', 'AAAA'],
    ['what is not JSON', packed('{"name":')],
    ['what is not a document', packed('[]')],
    ['what is cut off', packed(JSON.stringify({ name: 'x'.repeat(999) })).slice(0, 20)],
  ])('tells that a document is unreadable: %s', (_, document) => {
    expect(parseShownRelease(line({ document }))).toMatchObject({ release: NAME, stored: 'unreadable' })
  })

  it('tells that a document is too large', () => {
    expect(parseShownRelease(line({ document: 'too-large' }))?.stored).toBe('too-large')
  })
})
