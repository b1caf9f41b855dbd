import { expect, it } from '@jest/globals'
import { comparedSecrets, compareSecrets } from '../../../src/domain/release/secret-changes.ts'
import type { CurrentVersion } from '../../../src/domain/release/secret-changes.ts'

const run = { secrets: { B: 'ssm:/b', A: 'secretsmanager:a#key', NEW: 'ssm:/new' } }
const record = { secrets: { A: 'id-1', B: '3', GONE: '1' } }
const current = (a: CurrentVersion, b: CurrentVersion): ReadonlyMap<string, CurrentVersion> =>
  new Map([
    ['secretsmanager:a#key', a],
    ['ssm:/b', b],
  ])

it('asks only for what the live release has, too', () => {
  expect([...comparedSecrets(run, record).values()]).toEqual(['ssm:/b', 'secretsmanager:a#key'])
  expect(comparedSecrets(run, undefined).size).toBe(0)
  const tls = { ...run, tls: 'secretsmanager:own', 'acme-account': 'ssm:/eab', 'basic-auth': 'ssm:/door' }
  const held = { secrets: { ...record.secrets, 'tls (input)': 'v1', 'acme-account (input)': '2', 'basic-auth (input)': '1' } }
  expect([...comparedSecrets(tls, held).values()].slice(-3)).toEqual(['secretsmanager:own', 'ssm:/eab', 'ssm:/door'])
  expect([...comparedSecrets({ ...run, tls: 'acme', 'acme-account': '' }, held).values()]).toHaveLength(2)
  expect(comparedSecrets({ secrets: { constructor: 'ssm:/c' } }, record).size).toBe(0)
})

it.each<[string, ReadonlyMap<string, CurrentVersion>, string[], string[]]>([
  ['nothing', current({ version: 'id-1' }, { version: '3' }), [], []],
  ['a new version', current({ version: 'id-1' }, { version: '4' }), ['B'], []],
  ['an older one, which was made current again', current({ version: 'id-0' }, { version: '2' }), ['A', 'B'], []],
  ['what may not be seen', current({ unknown: 'denied' }, { version: '4' }), ['B'], ['A']],
  ['what nobody told', new Map(), [], ['A', 'B']],
])('reports %s', (_, now, changed, unknown) => {
  const changes = compareSecrets(run, record, now)
  expect([changes.changed, changes.unknown.map(({ name }) => name)]).toEqual([changed, unknown])
})

it('reports a secret that differs between the hosts', () => {
  expect(compareSecrets(run, { secrets: { B: '3 4' } }, current({ unknown: '' }, { version: '4' })).changed).toEqual(['B'])
})
