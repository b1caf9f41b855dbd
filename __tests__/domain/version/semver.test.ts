import { describe, expect, it, test } from '@jest/globals'
import { compareSemver, imageTagOf, readSemver } from '../../../src/domain/version/semver.ts'
import type { Semver } from '../../../src/domain/version/semver.ts'
import { readVersion, versionOf, versionOfRef } from '../../../src/domain/version/version.ts'
import { short } from '../../fakes/short-commit.ts'

const COMMIT = 'c0ffee00'.repeat(5)
const semver = (text: string) => readSemver(text) as Semver

describe('readSemver', () => {
  it.each([
    '0.0.0',
    '1.4.0',
    '1.0.0-alpha.1',
    '1.0.0-0A.is.legal',
    '1.0.0--',
    '1.0.0+0.build.1-rc.10000aaa-kk-0.1',
    '1.2.3----RC-SNAPSHOT.12.9.1--.12',
  ])('%s is one, with or without a v', (text) => {
    expect(readSemver(text)?.text).toBe(text)
    expect(readSemver(`v${text}`)?.text).toBe(text)
  })

  it.each([
    '',
    'v',
    '1',
    '1.4',
    '01.4.0',
    '1.4.0.1',
    '1.4.0-',
    '1.4.0-01',
    '1.4.0-a..b',
    '1.4.0+',
    '1.4.0+a+b',
    'vv1.4.0',
    'V1.4.0',
    ' 1.4.0',
    '1.4.0\n',
    '1.4.0-ä',
    '1.4.0/../..',
    '1.4.0 `id`',
    '-1.4.0',
    `${Number.MAX_SAFE_INTEGER}0.0.0`,
    `1.4.0-${'a'.repeat(64)}`,
  ])('%j is not a version', (text) => {
    expect(readSemver(text)).toBeUndefined()
  })

  it('takes no longer for a text that is made to be slow', () => {
    expect(readSemver(`1.0.0-${'0-'.repeat(100_000)}`)).toBeUndefined()
  })
})

test('versions come in the order of the specification, and build metadata changes nothing but a tie', () => {
  const ordered = [
    ...['0.0.9', '0.10.0', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11'],
    ...[
      `1.0.0-beta.${'9'.repeat(30)}`,
      '1.0.0-rc.1',
      '1.0.0',
      '1.0.0+a',
      '1.0.0+b',
      '1.0.1-0',
      '1.0.1',
      '1.2.0',
      '1.10.0',
      '2.0.0-rc.1',
      '10.0.0',
    ],
  ]
  for (const [at, one] of ordered.entries()) {
    for (const [other, text] of ordered.entries()) expect(Math.sign(compareSemver(semver(one), semver(text)))).toBe(Math.sign(at - other))
  }
})

test('a version is an image tag of its own', () => {
  const tags = ['1.4.0', '1.4.0+5', '1.4.0-rc.1', '1.4.0-rc.1+a.b-c'].map(imageTagOf)
  expect(new Set(tags).size).toBe(tags.length)
  // https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests
  for (const tag of tags) expect(tag).toMatch(/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/)
})

test.each([
  ['v1.4.0', '1.4.0'],
  [COMMIT, COMMIT],
  [short(COMMIT), undefined],
  ['main', undefined],
])('readVersion(%j) is %j', (text, version) => {
  expect(readVersion(text)).toBe(version)
})

test.each([
  ['refs/tags/v1.4.0', '1.4.0'],
  ['refs/tags/1.4.0-rc.1', '1.4.0-rc.1'],
  ['refs/tags/latest', undefined],
  ['refs/tags/web/v1.4.0', undefined],
  ['refs/heads/v1.4.0', undefined],
  ['', undefined],
])('the ref %j means %j', (ref, version) => {
  expect(versionOfRef(ref)).toBe(version)
})

test('what has no semantic version goes by its commit', () => {
  expect([versionOf({ semver: '1.4.0', commit: COMMIT }), versionOf({ commit: COMMIT })]).toEqual(['1.4.0', COMMIT])
})
