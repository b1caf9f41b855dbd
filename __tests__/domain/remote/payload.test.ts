import { expect, test } from '@jest/globals'
import { encodePayload } from '../../../src/domain/remote/payload.ts'

test.each<[string, (readonly [string, string])[], string]>([
  ['nothing', [], ''],
  ['one pair', [['service', 'web.production']], 'service\0web.production\0'],
  [
    'a list, in its order',
    [
      ['arg', 'b'],
      ['arg', 'a'],
    ],
    'arg\0b\0arg\0a\0',
  ],
  ['an empty value', [['health_host', '']], 'health_host\0\0'],
  [
    'what a shell would read as code',
    [['env', `$(id) \`id\` '"\\ {{ x }}\nsecond line\n`]],
    `env\0$(id) \`id\` '"\\ {{ x }}\nsecond line\n\0`,
  ],
  ['any language', [['env', 'Größe=大🙂']], 'env\0Größe=大🙂\0'],
])('%s', (_, pairs, expected) => {
  expect(Buffer.from(encodePayload(pairs), 'base64').toString()).toBe(expected)
})

test.each([[[['env', 'a\0b']]], [[['e\0nv', 'a']]]])('refuses a NUL in %j', (pairs) => {
  expect(() => encodePayload(pairs as [string, string][])).toThrow(RangeError)
})
