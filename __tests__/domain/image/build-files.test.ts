import { describe, expect, it } from '@jest/globals'
import { AS_COMMITTED, compareFiles, differenceWords, readTree } from '../../../src/domain/image/build-files.ts'

const files = (...entries: readonly (readonly [path: string, mode: string, id: string])[]) =>
  new Map(entries.map(([path, mode, id]) => [path, { mode, id }]))
const COMMITTED = files(['a', '100644', '1'], ['b', '100755', '2'])

describe('the files of a build', () => {
  it.each([
    ['as committed', COMMITTED, []],
    ['one changed', files(['a', '100644', 'other'], ['b', '100755', '2']), ['a']],
    ['one that is executable now', files(['a', '100755', '1'], ['b', '100755', '2']), ['a']],
    ['one added', new Map([...COMMITTED, ['c', { mode: '100644', id: '3' }]]), ['c']],
    ['one missing', files(['b', '100755', '2']), ['a']],
    ['one renamed', files(['c', '100644', '1'], ['b', '100755', '2']), ['a', 'c']],
  ])('%s', (_, there, differences) => {
    expect(compareFiles(there, COMMITTED).differences).toEqual(differences)
  })

  it('have an identity for each content, and none if nothing differs', () => {
    expect(compareFiles(COMMITTED, COMMITTED)).toEqual(AS_COMMITTED)
    const others = [
      files(),
      files(['a', '100644', '1']),
      files(['a', '100644', '9']),
      files(['a', '100755', '9']),
      files(['z', '100644', '9']),
    ]
    const identities = others.map((there) => compareFiles(there, COMMITTED).identity)
    expect(new Set([...identities, '']).size).toBe(others.length + 1)
  })

  it('do not depend on the order in which they were found', () => {
    const [one, other] = [files(['x', '100644', '1'], ['y', '100644', '2']), files(['y', '100644', '2'], ['x', '100644', '1'])]
    expect(compareFiles(one, COMMITTED)).toEqual(compareFiles(other, COMMITTED))
  })

  it.each([
    ['is not checked out', files(), []],
    ['is an empty folder', files(['sub', '040000', '']), []],
    ['is checked out', files(['sub/a', '100644', '1']), ['sub/a']],
  ])('a submodule that %s', (_, there, differences) => {
    expect(compareFiles(there, files(['sub', '160000', 'c0ffee'])).differences).toEqual(differences)
  })
})

it('reads what git ls-tree prints', () => {
  const ids = [...'abc'].map((digit) => digit.repeat(40))
  const listing = [
    `100644 blob ${ids[0]}\tREADME`,
    `120000 blob ${ids[1]}\twith space\tand tab\n`,
    `160000 commit ${ids[2]}\tsub`,
    '',
  ].join('\0')
  expect([...readTree(listing)]).toEqual([
    ['README', { mode: '100644', id: 'a'.repeat(40) }],
    ['with space\tand tab\n', { mode: '120000', id: 'b'.repeat(40) }],
    ['sub', { mode: '160000', id: 'c'.repeat(40) }],
  ])
})

it.each([
  [['a'], 'a'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b, c, d, e'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e and 2 more'],
])('%j', (differences, words) => {
  expect(differenceWords(differences)).toBe(words)
})
