import { describe, expect, it, test } from '@jest/globals'
import { endText, imageText, readEndText, readImageText, readStartText, startText } from '../../../src/domain/deployment/status-text.ts'
import type { EndedDeployment } from '../../../src/domain/deployment/payload.ts'
import { EXPLANATIONS } from '../../../src/domain/cause/cause.ts'
import { REFUSALS } from '../../../src/domain/refusal.ts'
import { fc } from '../../fakes/properties.ts'

const START = '2026-11-27T12:00:00.000Z'
const after = (seconds: number): string => new Date(Date.parse(START) + seconds * 1000).toISOString()

test.each<[EndedDeployment, string]>([
  [{ outcome: 'deployed', servedAt: after(31.2), verifiedAt: after(41.4) }, 'deployed; served +31s, verified +41s'],
  [
    { outcome: 'rolled-back', cause: 'bake-errors', servedAt: after(31), failedAt: after(75), verifiedAt: after(90), recoveredBy: 'bake' },
    'rolled-back: bake-errors; served +31s, failed +75s, verified +90s, recovered by bake',
  ],
  [{ outcome: 'failed', cause: 'exited', failedAt: after(12) }, 'failed: exited; failed +12s'],
  [{ outcome: 'cancelled' }, 'cancelled'],
  [{ outcome: 'cancelled', cause: 'cancelled' }, 'cancelled: cancelled'],
])('%j is written as "%s"', (ended, text) => {
  expect(endText(ended, START)).toBe(text)
})

const causes = [...Object.keys(EXPLANATIONS), ...REFUSALS]
const seconds = fc.option(fc.integer({ min: 0, max: 3_000_000 }), { nil: undefined })

describe('the end of a deployment', () => {
  it('fits into a status, and is read as it was written', () => {
    const end = fc.record({
      outcome: fc.constantFrom('deployed', 'unchanged', 'rolled-back', 'restarted', 'refused', 'failed', 'cancelled'),
      cause: fc.option(fc.constantFrom(...causes), { nil: undefined }),
      times: fc.record({ servedAt: seconds, failedAt: seconds, verifiedAt: seconds }),
      recoveredBy: fc.option(fc.constantFrom('bake', 'canary', 'hand'), { nil: undefined }),
    })
    fc.assert(
      fc.property(end, ({ outcome, cause, times, recoveredBy }) => {
        const known = Object.entries(times).flatMap(([key, at]) => (at === undefined ? [] : [[key, after(at)]]))
        const given = { outcome, ...(cause && { cause }), ...Object.fromEntries(known), ...(recoveredBy && { recoveredBy }) }
        const text = endText(given as EndedDeployment, START)
        expect(text.length).toBeLessThanOrEqual(140)
        expect(readEndText(text, START)).toEqual(given)
      }),
    )
  })

  test.each([
    '',
    'a later run replaced it',
    'Deployment finished successfully.',
    'deploy of web: release a-b',
    'reported',
    'deployed, or so',
  ])('is not "%s"', (text) => expect(readEndText(text, START)).toBeUndefined())
})

const NAMED = { command: 'promote', service: 'web-2', release: '3f2a9c1d-b04e77aa', version: '1.4.0-rc.1+build.5' } as const

describe('the start of a deployment', () => {
  it('is read as it was written', () => {
    expect(startText(NAMED)).toBe('promote of web-2: release 3f2a9c1d-b04e77aa, version 1.4.0-rc.1+build.5')
    expect(readStartText(startText(NAMED))).toEqual(NAMED)
  })

  it('goes without a version that is unknown, or does not fit', () => {
    expect(readStartText(startText({ ...NAMED, version: '' }))?.version).toBe('3f2a9c1d')
    const text = startText({ ...NAMED, service: 's'.repeat(40), version: 'v'.repeat(100) })
    expect(text.length).toBeLessThanOrEqual(140)
    expect(readStartText(text)).toMatchObject({ release: NAMED.release, version: '3f2a9c1d' })
  })

  test.each(['', 'deploy of web', 'plan of web: release a-b', 'I deploy of web: release a-b', 'deploy of web: release a-b, version 1 2'])(
    'is not "%s"',
    (text) => expect(readStartText(text)).toBeUndefined(),
  )
})

test.each([`sha256:${'a'.repeat(64)}`, ''])('the image %j is read as it was written', (digest) => {
  expect(imageText(digest).length).toBeLessThanOrEqual(140)
  expect(readImageText(imageText(digest))).toBe(digest)
})

test.each(['', 'image sha256:abc', 'image web:latest'])('"%s" names no image by its digest', (text) => {
  expect(readImageText(text)).toBeUndefined()
})
