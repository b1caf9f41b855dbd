import { describe, expect, it, test } from '@jest/globals'
import { changeOf } from '../../../src/domain/conventional-commit.ts'
import type { Change } from '../../../src/domain/conventional-commit.ts'
import { nextCalver, nextSemver } from '../../../src/domain/version/next-version.ts'
import { compareSemver, readSemver } from '../../../src/domain/version/semver.ts'
import type { Semver } from '../../../src/domain/version/semver.ts'
import { commitsTagged, semverOfCommit, versionTags } from '../../../src/domain/version/version-tags.ts'

const semver = (text: string) => readSemver(text) as Semver

test.each<[string, Change]>([
  ['feat: add a page', 'feature'],
  ['feat(web): add a page (#12)', 'feature'],
  ['\uFEFFfeat: add a page', 'feature'],
  ['FEAT: add a page', 'feature'],
  ['fix: mend it', 'fix'],
  ['fix!: drop the old way', 'breaking'],
  ['chore(web)!: drop Node 18', 'breaking'],
  ['docs: say more', 'other'],
  ['feature: is no type', 'other'],
  ['feat add a page', 'other'],
  ['feat:no space', 'other'],
  ['feat(): no scope', 'other'],
  ['Add a page', 'other'],
  ['', 'other'],
  ['Merge pull request #12 from acme/feature\n\nfeat: add a page', 'other'],
  ["Merge branch 'main'\n\nBREAKING CHANGE: the old way is gone", 'breaking'],
  ['fix: mend it\n\nIt was broken.\n\nBREAKING CHANGE: the old way is gone', 'breaking'],
  ['fix: mend it\r\n\r\nBREAKING-CHANGE: the old way is gone', 'breaking'],
  ['fix: mend it\n\nBREAKING CHANGE #12', 'breaking'],
  ['fix: mend it\n\nbreaking change: in lower case it is prose', 'fix'],
  ['fix: mend it\n\nNo BREAKING CHANGE: within a line', 'fix'],
  ['fix: mend it\n\nBREAKING CHANGE:', 'fix'],
  ['Revert "feat: add a page"', 'other'],
  [`feat(${'('.repeat(100_000)}`, 'other'],
])('%j is %s', (message, change) => {
  expect(changeOf(message)).toBe(change)
})

describe('nextSemver', () => {
  it.each<[string, Change[], string]>([
    ['1.4.2', ['fix'], '1.4.3'],
    ['1.4.2', ['other'], '1.4.3'],
    ['1.4.2', ['fix', 'feature', 'other'], '1.5.0'],
    ['1.4.2', ['feature', 'breaking'], '2.0.0'],
    ['0.3.1', ['fix'], '0.3.2'],
    ['0.3.1', ['feature'], '0.3.2'],
    ['0.3.1', ['breaking'], '0.4.0'],
    ['0.0.1', ['breaking'], '0.1.0'],
    ['1.4.2+build.5', ['fix'], '1.4.3'],
  ])('after %s, %j makes %s', (last, changes, next) => {
    expect(nextSemver({ last: semver(last), prerelease: undefined }, changes)).toBe(next)
  })

  it.each<[string | undefined, string | undefined, Change[], string]>([
    [undefined, undefined, ['breaking'], '0.1.0'],
    [undefined, '1.0.0-rc.1', ['fix'], '1.0.0'],
    ['1.4.2', '2.0.0-rc.1', ['fix'], '2.0.0'],
    ['1.4.2', '1.4.3-rc.1', ['feature'], '1.5.0'],
    ['1.4.2', '1.4.0-rc.1', ['fix'], '1.4.3'],
  ])('after %s and %s, %j makes %s', (last, prerelease, changes, next) => {
    const released = {
      last: last === undefined ? undefined : semver(last),
      prerelease: prerelease === undefined ? undefined : semver(prerelease),
    }
    expect(nextSemver(released, changes)).toBe(next)
  })
})

describe('nextCalver', () => {
  const versions = ['2026.1127.0', '2026.1127.3', '2026.1126.9', '2025.1127.7', '1.4.0'].map(semver)

  it.each([
    ['2026-11-27T23:59:59Z', '2026.1127.4'],
    ['2026-11-28T00:00:00Z', '2026.1128.0'],
    // The date is that of UTC, wherever the runner is.
    ['2026-11-28T00:30:00+02:00', '2026.1127.4'],
    ['2027-01-05T12:00:00Z', '2027.105.0'],
  ])('at %s it is %s', (time, next) => {
    expect(nextCalver(new Date(time), versions)).toBe(next)
    expect(readSemver(next)).toBeDefined()
  })

  it('is higher than every version of an earlier day', () => {
    const days = Array.from({ length: 800 }, (_, day) => semver(nextCalver(new Date(Date.UTC(2026, 0, 1 + day)), [])))
    expect(days.slice(1).every((day, at) => compareSemver(day, days[at] as Semver) > 0)).toBe(true)
  })
})

describe('the tags of a repository', () => {
  const tags = [
    { name: 'latest', commit: 'a' },
    { name: 'v1.4.0-rc.2', commit: 'a' },
    { name: 'v1.4.0', commit: 'a' },
    { name: 'v1.10.0', commit: 'b' },
    { name: '1.4.0', commit: 'c' },
    { name: '1.10.0', commit: 'b' },
    { name: 'web-v9.0.0', commit: 'a' },
  ]

  it('are versions by their precedence, not by their names', () => {
    expect(versionTags(tags).map(({ name }) => name)).toEqual(['v1.10.0', '1.10.0', 'v1.4.0', '1.4.0', 'v1.4.0-rc.2'])
  })

  it('name a commit by the highest version', () => {
    expect([semverOfCommit(tags, 'a'), semverOfCommit(tags, 'b'), semverOfCommit(tags, 'z')]).toEqual(['1.4.0', '1.10.0', undefined])
  })

  it('can name two commits by one version', () => {
    expect([commitsTagged(tags, '1.4.0'), commitsTagged(tags, '1.10.0'), commitsTagged(tags, '2.0.0')]).toEqual([['a', 'c'], ['b'], []])
  })
})
