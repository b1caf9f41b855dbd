import { expect, test } from '@jest/globals'
import { LIFECYCLE_POLICY } from '../../../src/domain/image/image.ts'
import { kept } from '../../fakes/lifecycle.ts'
import type { Entry } from '../../fakes/lifecycle.ts'

/** A build each day, each with the release that came of it. */
const DAYS = 1000
const builds: Entry[] = Array.from({ length: DAYS }, (_, day) => day).flatMap((day) => [
  { digest: `image-${day}`, tags: [`commit-${day}`], pushed: day },
  { digest: `artifact-${day}`, tags: [`release-${day}`], pushed: day, subject: `image-${day}` },
])
const with_ = (...more: readonly Entry[]): Set<string> =>
  new Set(kept(LIFECYCLE_POLICY, [...more, ...builds], DAYS).map(({ digest }) => digest))

test('the live image of an environment and its releases never expire', () => {
  const there = with_(
    { digest: 'served', tags: ['commit', 'live-web.production'], pushed: 0 },
    { digest: 'its-release', tags: ['release-a'], pushed: 0, subject: 'served' },
    { digest: 'its-other-release', tags: ['release-b'], pushed: 1, subject: 'served' },
  )
  expect(there).toEqual(new Set([...there, 'served', 'its-release', 'its-other-release']))
})

test('an image and its releases go together', () => {
  const there = with_({ digest: 'promoted', tags: ['release-of-998'], pushed: DAYS, subject: 'image-0' })
  for (let day = 0; day < DAYS; day += 1) expect([day, there.has(`artifact-${day}`)]).toEqual([day, there.has(`image-${day}`)])
  expect(there.has('image-0')).toBe(false)
  expect(there.has('promoted')).toBe(false)
})

test('the newest 200 images stay, even where each has two releases, its provenance and its SBOM', () => {
  const beside = (name: string, tag: string) =>
    builds.filter(({ subject }) => subject).map((entry) => ({ ...entry, digest: `${entry.digest}-${name}`, tags: [tag] }))
  const there = with_(...beside('2', 'release-2'), ...beside('p', 'about-1-provenance'), ...beside('s', 'about-1-sbom'))
  for (let day = DAYS - 200; day < DAYS; day += 1) expect([day, there.has(`image-${day}`)]).toEqual([day, true])
})

test('what describes an image stays as long as it', () => {
  const about = (day: number) => ({ digest: `about-${day}`, tags: [`about-${day}-sbom`], pushed: day, subject: `image-${day}` })
  const there = with_(...Array.from({ length: DAYS }, (_, day) => about(day)))
  for (let day = 0; day < DAYS; day += 1) expect([day, there.has(`about-${day}`)]).toEqual([day, there.has(`image-${day}`)])
  expect(there.has('about-0')).toBe(false)
})

test('the release of an image in another repository stays, and untagged layers expire', () => {
  const there = with_({ digest: 'elsewhere', tags: ['release-x'], pushed: 0 }, { digest: 'untagged', tags: [], pushed: DAYS - 15 })
  expect([there.has('elsewhere'), there.has('untagged')]).toEqual([true, false])
})
