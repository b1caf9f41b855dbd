import { describe, expect, it } from '@jest/globals'
import { compareFingerprint, recordedGrace, fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { aSpec } from '../../fakes/samples.ts'

const SALT = 'c0ffee00-12345678'
const recorded = (spec: Partial<Specification> = {}) => ({ release: SALT, fingerprint: fingerprintOf(aSpec(spec), SALT) })
const NOTHING = { added: [], removed: [], changed: [] }

describe('what a record remembers', () => {
  it('consists of names, short hashes, and values that may be shown', () => {
    const { parts } = fingerprintOf(
      aSpec({
        ...{ env: { A: 'one' }, secrets: { B: 'ssm:/b' }, args: ['--token=x'], memory: 512 * 2 ** 20, cpus: 0.5, user: 'app' },
        ...{ domains: ['a.example.com', 'b.example.com'], 'path-prefix': '/a', 'strip-path-prefix': true, upstream: 'h2c' },
        ...{ 'trusted-proxies': ['vpc', '192.0.2.0/24'], 'health-path': '/up', 'health-codes': '200', 'health-timeout': 5 },
      }),
      SALT,
    )
    expect(parts).toEqual({
      env: { A: expect.stringMatching(/^[0-9a-f]{8}$/) },
      secrets: { B: expect.stringMatching(/^[0-9a-f]{8}$/) },
      inputs: {
        port: '8080',
        domains: 'a.example.com, b.example.com',
        'path-prefix': '/a',
        'strip-path-prefix': 'true',
        upstream: 'h2c',
        'trusted-proxies': 'vpc, 192.0.2.0/24',
        memory: '512m',
        cpus: '0.5',
        user: 'app',
        args: expect.stringMatching(/^[0-9a-f]{8}$/),
        'health-path': expect.stringMatching(/^[0-9a-f]{8}$/),
        'health-codes': expect.stringMatching(/^[0-9a-f]{8}$/),
      },
    })
  })

  it('the same value has another hash in another variable and in another release', () => {
    const hashes = [
      fingerprintOf(aSpec({ env: { A: 'x' } }), SALT).parts.env['A'],
      fingerprintOf(aSpec({ env: { B: 'x' } }), SALT).parts.env['B'],
      fingerprintOf(aSpec({ env: { A: 'x' } }), 'other').parts.env['A'],
    ]
    expect(new Set(hashes).size).toBe(3)
  })

  it.each([
    [2 ** 30, '1g'],
    [1.5 * 2 ** 30, '1536m'],
    [2 ** 20 + 1024, '1025k'],
    [6_291_457, '6291457'],
  ])('%d bytes of memory are %s', (memory, words) => {
    expect(fingerprintOf(aSpec({ memory }), SALT).parts.inputs['memory']).toBe(words)
  })
})

describe('the time that the recorded release may take to stop', () => {
  const recordedAs = (text: string) => ({
    fingerprint: { whole: '', proxy: '', parts: { env: {}, secrets: {}, inputs: { 'stop-grace-period': text } } },
  })

  it.each([
    ['as it was asked for', recorded({ 'stop-grace-period': 300 }), 300],
    ['as it is by default', recorded({ 'stop-grace-period': 10 }), 10],
    ['by default where no record tells', undefined, 10],
    ['by default where the record had no room', { fingerprint: { whole: '', proxy: '' } }, 10],
    ['nothing that this version does not read', recordedAs('2 days'), 0],
  ])('is %s', (_, record, seconds) => {
    expect(recordedGrace(record)).toBe(seconds)
  })
})

describe('compareFingerprint', () => {
  it.each<[string, Partial<Specification>, Partial<Specification>, object]>([
    ['a new variable', {}, { env: { A: '1' } }, { env: { ...NOTHING, added: ['A'] } }],
    ['a variable that goes', { env: { A: '1' } }, {}, { env: { ...NOTHING, removed: ['A'] } }],
    ['a changed value', { env: { A: '1', B: '1' } }, { env: { A: '2', B: '1' } }, { env: { ...NOTHING, changed: ['A'] } }],
    ['a name that every object has', {}, { env: { constructor: '1' } }, { env: { ...NOTHING, added: ['constructor'] } }],
    ['another secret', { secrets: { A: 'ssm:/a' } }, { secrets: { A: 'ssm:/b' } }, { secrets: { ...NOTHING, changed: ['A'] } }],
    [
      'a secret that was a variable',
      { env: { A: '1' } },
      { secrets: { A: 'ssm:/a' } },
      { env: { ...NOTHING, removed: ['A'] }, secrets: { ...NOTHING, added: ['A'] } },
    ],
    ['another port', {}, { port: 3000 }, { inputs: [{ name: 'port', before: '8080', after: '3000' }] }],
    ['a first limit', {}, { memory: 2 ** 29 }, { inputs: [{ name: 'memory', before: '', after: '512m' }] }],
    ['other arguments, which may hold anything', { args: ['a'] }, { args: ['b'] }, { inputs: [{ name: 'args' }] }],
    ['volumes that go', { volumes: ['a:/a'] }, {}, { inputs: [{ name: 'volumes' }] }],
  ])('%s', (_, before, after, changes) => {
    expect(compareFingerprint(recorded(before), aSpec(after))).toEqual({
      kind: 'named',
      env: NOTHING,
      secrets: NOTHING,
      inputs: [],
      ...changes,
    })
  })

  it('the same is unchanged, in whatever order, and whatever the time limits', () => {
    const before = recorded({ env: { A: '1', B: '2' } })
    expect(compareFingerprint(before, aSpec({ env: { B: '2', A: '1' }, 'health-timeout': 5 }))).toEqual({ kind: 'unchanged' })
  })

  it('before the first release everything is new', () => {
    expect(compareFingerprint(undefined, aSpec({ env: { A: '1' } }))).toMatchObject({
      env: { added: ['A'] },
      inputs: expect.arrayContaining([{ name: 'port', before: '', after: '8080' }]),
    })
  })

  it.each([
    ['a record of before there was this', {}, { kind: 'unknown' }],
    ['a record without room, and a change', { fingerprint: { whole: '00000000', proxy: '' } }, { kind: 'changed' }],
    [
      'a record without room, and none',
      { fingerprint: (({ whole, proxy }) => ({ whole, proxy }))(fingerprintOf(aSpec(), SALT)) },
      { kind: 'unchanged' },
    ],
  ])('%s', (_, record, change) => {
    expect(compareFingerprint({ release: SALT, ...record }, aSpec())).toEqual(change)
  })
})
