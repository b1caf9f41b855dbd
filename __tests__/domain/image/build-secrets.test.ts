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
    [['{"a": {"key": "k3y-one\\nk3y-two"}, "b": ["k3y-three"], "c": 1}'], 'k3y-one k3y-two k3y-three 1', '*** *** *** 1'],
    [['"k3y-quoted"'], 'k3y-quoted', '***'],
    [['{"a": "k3y-broken"'], 'k3y-broken', 'k3y-broken'],
    [['//npm.test/:_authToken=npm_0123==\nalways-auth=true'], 'npm_0123== and true', '*** and true'],
    [['index-url = https://ada:k3y@pip.test/simple'], 'Looking in https://ada:k3y@pip.test/simple', 'Looking in ***'],
  ])('of %j in %j', (secrets, text, expected) => {
    expect(hiding(secrets)(text)).toBe(expected)
  })

  const SECRET = 'p&ss"w\\rd/?>~ÿ€'

  const basic = (login: string): string => `Basic ${Buffer.from(login).toString('base64')}`

  it.each([
    ['a URL', `https://ada:${encodeURIComponent(SECRET)}@r.test/`, /^https:\/\/ada:\*{3}@r\.test\/$/],
    ['JSON', JSON.stringify({ password: SECRET }), /^\{"password":"\*{3}"\}$/],
    ['hexadecimal', Buffer.from(SECRET).toString('hex'), /^\*{3}$/],
    ['hexadecimal, as others write it', Buffer.from(SECRET).toString('hex').toUpperCase(), /^\*{3}$/],
    ['a login', basic(`ad:${SECRET}`), /^Basic .{4}\*{3}.{0,4}$/],
    ['a login with a longer name', basic(`ada:${SECRET}`), /^Basic .{6}\*{3}.{0,4}$/],
    ['a login with another name', basic(`adam:${SECRET}`), /^Basic .{7}\*{3}.{0,4}$/],
    ['a token', `eyJ.${Buffer.from(SECRET).toString('base64url')}.x`, /^eyJ\.\*{3}.{0,4}\.x$/],
  ])('of a secret in %s', (_, text, expected) => {
    expect(hiding([SECRET])(text)).toMatch(expected)
  })

  const KEY = Array.from({ length: 9 }, (_, row) => String.fromCodePoint(97 + row).repeat(64)).join('\n')

  it.each([76, 64])('of a key that is encoded in lines of %d characters', (width) => {
    const lines =
      Buffer.from(`${KEY}\n`)
        .toString('base64')
        .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
    const hide = hiding([`${KEY}\n`])
    expect(lines.map(hide).filter((line) => line !== '***')).toEqual([])
  })
})
