import { describe, expect, it, test } from '@jest/globals'
import { buildSecrets, hiding, secretArgv } from '../../../src/domain/image/build-secrets.ts'

const place = (path: string): string => `/w/${path}`

test('a source says where a secret is', () => {
  expect(buildSecrets({ npm: 'env:NPM_TOKEN', netrc: 'file:a:b/.netrc' }, place)).toEqual([
    { id: 'npm', kind: 'env', name: 'NPM_TOKEN' },
    { id: 'netrc', kind: 'file', path: '/w/a:b/.netrc' },
  ])
})

test.each([
  [{ npm: 'env:NPM_TOKEN' }, '--secret=id=npm,env=NPM_TOKEN'],
  [{ key: 'file:id_ed25519' }, '--secret=id=key,src=/w/id_ed25519'],
  [{ key: 'file:a,src=/etc/shadow' }, '--secret=id=key,"src=/w/a,src=/etc/shadow"'],
  [{ key: 'file:a "b"' }, '--secret=id=key,"src=/w/a ""b"""'],
])('%j becomes one argument, which no path can leave', (sources, expected) => {
  expect(secretArgv(buildSecrets(sources, place))).toEqual([expected])
})

describe('hiding', () => {
  it.each([
    [['hunter2'], 'a hunter2, hunter2', 'a ***, ***'],
    [['hunter2', 'hunter2-and-more'], 'hunter2-and-more', '***'],
    [['first line\r\n  second line  \n'], '#1 second line', '#1 ***'],
    [['$& [a-z] .*'], 'say $& [a-z] .*!', 'say ***!'],
    [['abc', '', '\n'], 'abc stays: it hides nothing', 'abc stays: it hides nothing'],
    [[], 'as it is', 'as it is'],
  ])('of %j in %j', (secrets, text, expected) => {
    expect(hiding(secrets)(text)).toBe(expected)
  })
})
