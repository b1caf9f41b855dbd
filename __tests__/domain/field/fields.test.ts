import { describe, expect, it } from '@jest/globals'
import { privateNetwork } from '../../../src/domain/field/private-network.ts'
import { optional } from '../../../src/domain/field/field.ts'
import { boolean, choice, decimal, duration, integer, size, text } from '../../../src/domain/field/fields.ts'
import { argv, commaList, list, readings, steps, words } from '../../../src/domain/field/list-fields.ts'
import { map } from '../../../src/domain/field/map-field.ts'
import { parseConfig } from '../../../src/config/file/config-file.ts'
import { attempt } from '../../../src/config/step/values.ts'
import type { Field } from '../../../src/domain/field/field.ts'
import type { Value } from '../../../src/domain/field/value.ts'

const about = { description: '', group: '' }
const kinds = {
  boolean: boolean(about),
  choice: choice({ ...about, of: ['deploy', 'status'] }),
  decimal: decimal({ ...about, min: 0.01, max: 8 }),
  duration: duration({ ...about, min: 0.1, max: 3600 }),
  integer: integer({ ...about, min: 1, max: 65535 }),
  list: list({ ...about, pattern: /^[a-z=0-9 '"$()]+$/ }),
  ids: list({ ...about, separator: 'any' }),
  args: list(about),
  names: commaList({ ...about, pattern: /^[^,]{1,9}$/, expected: 'names of 9 characters', most: 4 }),
  variables: map({ ...about, key: /^[^=\0]+$/, entry: { name: 'NAME', values: ['value'] } }),
  numbered: readings({ ...about, expected: 'a digit', read: (item) => (/^\d$/.test(item) ? `n${item}` : undefined) }),
  argv: argv({ ...about, expected: 'a JSON list', read: (raw) => JSON.parse(raw) as string[] }),
  map: map({ ...about, key: /^[A-Z_]+$/, entry: { name: 'NAME', values: ['value'] } }),
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
    ['list', 'a\n\n  b c \r\n$(id) \'"', ['a', 'b c', '$(id) \'"']],
    ['args', '#general\n# not a comment\n--flag', ['#general', '# not a comment', '--flag']],
    [
      'variables',
      'spring.datasource.url=jdbc:x?a=b\nConnectionStrings:Main=1\nnpm_config_@scope/x=2',
      { 'spring.datasource.url': 'jdbc:x?a=b', 'ConnectionStrings:Main': '1', 'npm_config_@scope/x': '2' },
    ],
    ['variables', 'A=1 \nB= 2', { A: '1 ', B: ' 2' }],
    ['names', 'web 5xx, b,\n c, b', ['web 5xx', 'b', 'c']],
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
    ['list', 'UPPER', 'one item a line'],
    ['map', 'A', 'NAME=value'],
    ['map', 'A=1\na-b=1', 'NAME=value'],
    ['map', 'A=1\nA=2', 'each name once, not "A" again'],
    ['variables', '#A=1', 'NAME=value'],
    ['variables', '  A=1\n  B=2', 'NAME=value'],
    ['variables', '=1', 'NAME=value'],
    ...['\u200BA=1', 'A\u00AD=1', '\u2060A=1', 'A\u0007=1'].map((raw) => ['variables', raw, 'NAME=value, one a line'] as const),
    ['size', '512', 'a size from 1m to 1048576g, such as 512m or 2g'],
    ['size', '1k', 'a size from 1m to 1048576g, such as 512m or 2g'],
    ['names', 'a, 0123456789', 'names of 9 characters'],
    ['names', 'a,b,c,d,e', '4 items at most'],
    ['steps', '10%', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10:2m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m, 0%:2m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '100%:2m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:500ms', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '50%:2m, 10%:5m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m, 10%:5m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m,', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '10%:2m 50%:5m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['steps', '-5%:1m', 'steps of share and time with rising shares from 0% to 99%, such as 10%:2m, 50%:5m'],
    ['text', 'Web', 'letters'],
  ] as const)('%s refuses %j', (kind, raw, message) => {
    expect(() => kinds[kind].parse(raw)).toThrow(message)
  })
})

describe('everything that is wrong with a text is named by its line', () => {
  it.each([
    ['list', 'a\nUPPER\n\nb\nX', [2, 5]],
    ['numbered', '1\nx\ny', [2, 3]],
    ['map', 'A=1\nb=2\n\nC=3\nd=4', [2, 5]],
    ['variables', '#A=1\nB=1\nC', [1, 3]],
    ['variables', 'A=1\nB=1\nA=1\nB=2', [3, 4]],
    ['variables', 'KEY=-----BEGIN KEY-----\nMIIB+A==\n-----END KEY-----', [3]],
    ['variables', 'A={\n  "b": "c=d",\n"e":"f=g"\n}', [2, 3, 4]],
    ['variables', "A=1\nB c=2\n'D'=3\n-e F=4", [2, 3, 4]],
  ] as const)('%s %j', (kind, raw, lines) => {
    const read = attempt<unknown>(() => kinds[kind].parse(raw))
    expect('faults' in read && read.faults.map(({ line }) => line)).toEqual(lines)
  })
})

/** What the file has for `x`. */
async function valueOf(yaml: string): Promise<Value> {
  const { content, problems } = await parseConfig('file.yml', yaml)
  expect(problems).toEqual([])
  return content.kind === 'map' ? content.entries[0]!.value : content
}

describe('in the configuration file', () => {
  it.each([
    ['boolean', 'x: true', true],
    ['choice', 'x: status', 'status'],
    ['decimal', 'x: 0.5', 0.5],
    ['decimal', 'x: 1', 1],
    ['duration', 'x: 1m30s', 90],
    ['integer', 'x: 8080', 8080],
    [
      'args',
      'x: ["#general", " padded ", "", "two\\nlines", 1.10, true, 0x1F]',
      ['#general', ' padded ', '', 'two\nlines', '1.10', 'true', '0x1F'],
    ],
    ['args', 'x: []', []],
    ['ids', 'x: [a, "b c"]', ['a', 'b c']],
    ['numbered', 'x: [1, "2"]', ['n1', 'n2']],
    ['argv', 'x: [node, "--x=a b", ""]', ['node', '--x=a b', '']],
    ['map', 'x: {A: "1", B_C: x=y, D: ""}', { A: '1', B_C: 'x=y', D: '' }],
    ['map', 'x: {A: 007, B: true, C: 1.10, D: 1e3}', { A: '007', B: 'true', C: '1.10', D: '1e3' }],
    [
      'variables',
      'x:\n  "#A": "#1"\n  spring.datasource.url: a\n  ConnectionStrings:Main: b\n  " ": " c "\n',
      { '#A': '#1', 'spring.datasource.url': 'a', 'ConnectionStrings:Main': 'b', ' ': ' c ' },
    ],
    [
      'variables',
      'x:\n  KEY: |\n    -----BEGIN-----\n    a=b\n\n    # c\n    -----END-----\n',
      { KEY: '-----BEGIN-----\na=b\n\n# c\n-----END-----\n' },
    ],
    [
      'variables',
      'x: {__proto__: a, constructor: b}',
      Object.fromEntries([
        ['__proto__', 'a'],
        ['constructor', 'b'],
      ]),
    ],
    ['optional', 'x: 3', 3],
    ['size', 'x: 512m', 512 * 2 ** 20],
    [
      'steps',
      'x: 10%:2m, 50%:5m',
      [
        { share: 10, time: 120 },
        { share: 50, time: 300 },
      ],
    ],
    [
      'steps',
      'x: [10%:2m, 50%:5m]',
      [
        { share: 10, time: 120 },
        { share: 50, time: 300 },
      ],
    ],
    ['text', 'x: web', 'web'],
    ['network', 'x: 10.213.0.0/16', '10.213.0.0/16'],
    ['words', 'x: split', ['split']],
    ['words', 'x: [lost, split]', ['split', 'lost']],
    ['words', 'x: safe', []],
  ] as const)('%s reads %j', async (kind, yaml, value) => {
    expect((kinds[kind] as Field<unknown>).read(await valueOf(yaml))).toEqual(value)
  })

  it.each([
    ['boolean', 'x: "true"', 'true or false, without quotes', '1:4'],
    ['boolean', 'x: yes', 'true or false, without quotes', '1:4'],
    ['integer', 'x: "8080"', 'a whole number from 1 to 65535, without quotes', '1:4'],
    ['integer', 'x: 1e3', 'a whole number from 1 to 65535', ''],
    ['integer', 'x: [1]', 'a whole number from 1 to 65535', '1:4'],
    ['decimal', 'x: -1', 'a number from 0.01 to 8', ''],
    ['duration', 'x: 90', 'a duration from 100ms to 1h', ''],
    ['args', 'x: --flag', 'a list: one item a line', '1:4'],
    ['args', 'x:\n  - a\n  - {b: c}\n  -\n', 'an item of text', '3:5 4:4'],
    ['list', 'x: [a, B, c, "d "]', 'one item a line', '1:8'],
    ['numbered', 'x: [1, x]', 'a digit', '1:8'],
    ['argv', 'x: node', 'a list: the program and its arguments', '1:4'],
    ['map', 'x: A=1', 'a map of names and values', '1:4'],
    ['map', 'x:\n  A: 1\n  b: 2\n  C:\n', 'NAME: value', '3:3 4:5'],
    ['map', 'x:\n  A: 1\n  b: 2\n', 'NAME: value', '3:3'],
    ['variables', 'x: {A: null}', 'a text, a number, true or false; an empty text is written ""', '1:8'],
    ['variables', 'x: {A: [1]}', 'a text, a number, true or false', '1:8'],
    ['variables', 'x: {"": 1, "A=B": 2}', 'NAME: value', '1:5 1:12'],
    ['text', 'x: " web"', 'letters', ''],
    ['text', 'x:', 'letters; an empty text is written ""', '1:3'],
    ['choice', 'x: deplyo', 'one of deploy, status', ''],
    ['words', 'x: [safe, lost]', 'safe, or one or more of split, lost', ''],
    ['steps', 'x: [50%:1m, 10%:1m]', 'steps of share and time', ''],
    ['network', 'x: 8.8.8.0/24', 'a private IPv4 network', ''],
  ] as const)('%s refuses %j', async (kind, yaml, expected, places) => {
    const value = await valueOf(yaml)
    const read = attempt(() => (kinds[kind] as Field<unknown>).read(value))
    const faults = 'faults' in read ? read.faults : []
    expect(faults[0]?.expected).toContain(expected)
    expect(faults.map(({ at }) => (at ? `${at.line}:${at.column}` : '')).join(' ')).toBe(places)
  })
})
