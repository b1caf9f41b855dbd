import { describe, expect, it } from '@jest/globals'
import { privateNetwork } from '../../src/config/private-network.ts'
import { boolean, choice, decimal, duration, integer, list, map, optional, size, steps, text, words } from '../../src/domain/fields.ts'

const about = { description: '', group: '' }
const kinds = {
  boolean: boolean(about),
  choice: choice({ ...about, of: ['deploy', 'status'] }),
  decimal: decimal({ ...about, min: 0.01, max: 8 }),
  duration: duration({ ...about, min: 0.1, max: 3600 }),
  integer: integer({ ...about, min: 1, max: 65535 }),
  list: list({ ...about, pattern: /^[a-z=0-9 '"$()]+$/ }),
  ids: list({ ...about, separator: 'any' }),
  map: map({ ...about, key: /^[A-Z_]+$/, expected: 'NAME=value' }),
  optional: optional(integer({ ...about, min: 1, max: 9 })),
  size: size({ ...about, min: 2 ** 20 }),
  steps: steps(about),
  network: privateNetwork(about),
  words: words({ ...about, of: ['split', 'lost'], alone: 'safe' }),
  text: text({ ...about, pattern: /^[a-z]+$/, expected: 'letters' }),
}

describe('fields', () => {
  it.each([
    ['boolean', 'true', true],
    ['boolean', 'TRUE', true],
    ['boolean', 'False', false],
    ['choice', ' status ', 'status'],
    ['decimal', '0.5', 0.5],
    ['duration', '90s', 90],
    ['duration', '5m', 300],
    ['duration', '1h', 3600],
    ['duration', '1m30s', 90],
    ['duration', '250ms', 0.25],
    ['integer', '8080', 8080],
    ['list', 'a\n\n# a comment\n  b c \r\n$(id) \'"', ['a', 'b c', '$(id) \'"']],
    ['ids', 'a, b\nc  d', ['a', 'b', 'c', 'd']],
    ['ids', '', []],
    ['map', 'A=1\nB_C=x=y\nD=', { A: '1', B_C: 'x=y', D: '' }],
    ['map', '', {}],
    ['optional', '', undefined],
    ['optional', '3', 3],
    ['size', '512m', 512 * 2 ** 20],
    ['size', '1.5g', 1.5 * 2 ** 30],
    ['size', '2GiB', 2 ** 31],
    [
      'steps',
      '10%:2m, 50%:1m30s',
      [
        { share: 10, time: 120 },
        { share: 50, time: 90 },
      ],
    ],
    ['steps', '1%:1s', [{ share: 1, time: 1 }]],
    ['text', ' web ', 'web'],
    ['network', ' 10.213.0.0/16 ', '10.213.0.0/16'],
    ['network', '10.0.0.0/8', '10.0.0.0/8'],
    ['network', '172.16.0.0/12', '172.16.0.0/12'],
    ['network', '172.31.255.0/24', '172.31.255.0/24'],
    ['network', '192.168.0.0/16', '192.168.0.0/16'],
    ['words', 'safe', []],
    ['words', 'split', ['split']],
    ['words', 'lost, split', ['split', 'lost']],
  ] as const)('%s reads %j', (kind, raw, value) => {
    expect(kinds[kind].parse(raw)).toEqual(value)
  })

  it.each([
    ['boolean', 'yes', 'true or false'],
    ...(
      [
        ...['10.213.0.0', '10.213.0.0/33', '10.213.0.0/25', '10.0.0.0/7', '10.213.1.0/16', '10.256.0.0/16', '8.8.8.0/24', '172.32.0.0/16'],
        ...['172.0.0.0/8', '192.168.0.0/15', '192.169.0.0/16', '100.64.0.0/16', '127.0.0.0/8', 'fd00::/64', 'ten', '10.1.0.0/016x'],
      ] as const
    ).map((raw) => ['network', raw, 'a private IPv4 network of /24 or larger'] as const),
    ...['lose', 'safe, lost', 'lost, lost', 'lost lose', ','].map((raw) => ['words', raw, 'safe, or one or more of split, lost'] as const),
    ['choice', 'deplyo', 'one of deploy, status'],
    ['decimal', '-1', 'a number from 0.01 to 8, such as 0.5'],
    ['duration', '90', 'a duration from 100ms to 1h, such as 90s or 5m'],
    ['duration', '2h', 'a duration from 100ms to 1h, such as 90s or 5m'],
    ['integer', '65536', 'a whole number from 1 to 65535'],
    ['integer', '80 80', 'a whole number from 1 to 65535'],
    ['list', 'UPPER', 'one item a line; not "UPPER"'],
    ['map', 'A', 'NAME=value; item 1 is not'],
    ['map', 'A=1\na-b=1', 'NAME=value; item 2 is not'],
    ['map', 'A=1\nA=2', 'each name once; A stands there twice'],
    ['size', '512', 'a size of at least 1m, such as 512m or 2g'],
    ['size', '1k', 'a size of at least 1m, such as 512m or 2g'],
    ['steps', '10%', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10:2m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '0%:2m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '100%:2m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:500ms', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '50%:2m, 10%:5m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m, 10%:5m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m,', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m 50%:5m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '-5%:1m', 'steps of share and time with rising shares from 1% to 99%, such as 10%:2m, 50%:5m'],
    ['text', 'Web', 'letters'],
  ] as const)('%s refuses %j', (kind, raw, message) => {
    expect(() => kinds[kind].parse(raw)).toThrow(message)
  })
})
