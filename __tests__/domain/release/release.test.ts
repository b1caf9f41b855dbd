import { describe, expect, it } from '@jest/globals'
import { releaseName } from '../../../src/domain/release/release.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { parseRecord, recordText } from '../../../src/domain/release/record.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { anAttempt, aRecord, aSpec, COMMIT, DIGEST } from '../../fakes/samples.ts'

const name = (changes: Partial<Specification> = {}) => releaseName(COMMIT, DIGEST, aSpec(changes))

describe('releaseName', () => {
  it('is the commit and a hash', () => {
    expect(name()).toMatch(/^c0ffee00-[0-9a-f]{8}$/)
  })

  it('does not depend on the order of variables, nor on time limits', () => {
    expect(name({ env: { A: '1', B: '2' } })).toBe(name({ env: { B: '2', A: '1' } }))
    expect(name({ 'health-timeout': 5, 'health-interval': 3 })).toBe(name())
  })

  it.each([
    ['an env value', name({ env: { A: '1' } })],
    ['a secret', name({ secrets: { A: 'ssm:/a' } })],
    ['an argument', name({ args: ['x'] })],
    ['a volume', name({ volumes: ['d:/d'] })],
    ['memory', name({ memory: 1 })],
    ['cpus', name({ cpus: 1 })],
    ['user', name({ user: 'app' })],
    ['port', name({ port: 1 })],
    ['health path', name({ 'health-path': '/up' })],
    ['http-port', name({ 'http-port': 81 })],
    ['domains', name({ domains: ['a.example.com'] })],
    ['path-prefix', name({ 'path-prefix': '/a' })],
    ['strip-path-prefix', name({ 'strip-path-prefix': true })],
    ['upstream', name({ upstream: 'h2c' })],
    ['asset-path', name({ 'asset-path': '/assets' })],
    ['asset-files', name({ 'asset-files': '/app/dist' })],
    ['trusted-proxies', name({ 'trusted-proxies': ['vpc'] })],
    ['digest', releaseName(COMMIT, 'sha256:0', aSpec())],
  ])('depends on %s', (_, changed) => {
    expect(changed).not.toBe(name())
  })
})

describe('recordText', () => {
  const remembered = (count: number) =>
    fingerprintOf(aSpec({ env: Object.fromEntries(Array.from({ length: count }, (_, at) => [`VARIABLE_${at}`, 'x'])) }), 'x')

  it.each([
    [0, true],
    [50, true],
    [500, false],
  ])('with %d variables, remembers each: %s', (count, each) => {
    const text = recordText(aRecord({ fingerprint: remembered(count) }))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096)
    expect(parseRecord(text)?.fingerprint).toEqual(
      each ? remembered(count) : { whole: remembered(count).whole, proxy: remembered(count).proxy },
    )
  })

  it('has room for 70 variables beside everything else', () => {
    const crowded = { actor: 'a'.repeat(39), blocked: Array.from({ length: 20 }, () => COMMIT), fingerprint: remembered(70) }
    expect(parseRecord(recordText(aRecord(crowded)))?.fingerprint?.parts).toBeDefined()
  })
})

describe('a record that would be too large', () => {
  const many = (count: number, prefix: string, value: () => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}_${at}`, value()]))
  const volumes = [{ name: 'web.production.data', path: '/data' }]

  it.each([
    [10, 10, true, true],
    [30, 100, true, false],
    [100, 100, false, false],
  ])('of %d secrets and %d variables keeps versions: %s, names: %s; and always the places of data', (count, variables, versions, parts) => {
    const env = many(variables, 'VARIABLE', () => '12345678')
    const fingerprint = { whole: '12345678', proxy: '12345678', parts: { env, secrets: {}, inputs: {} } }
    const record = aRecord({ secrets: many(count, 'SECRET', () => crypto.randomUUID()), volumes, fingerprint })
    const stored = parseRecord(recordText(record))
    expect([stored?.secrets, stored?.fingerprint?.parts]).toEqual([
      versions ? record.secrets : undefined,
      parts ? fingerprint.parts : undefined,
    ])
    expect(stored?.volumes).toEqual(volumes)
  })
})

describe('a freeze with the longest reason', () => {
  const REASON = '🧊'.repeat(200)
  const freeze = { reason: REASON, actor: 'a'.repeat(39), runUrl: `https://github.com/${'o'.repeat(60)}`, at: '2026-01-01T00:00:00.000Z' }
  const sized = (bytes: number) => {
    const bare = Buffer.byteLength(JSON.stringify(aRecord({ volumes: [{ name: '', path: '/' }] })))
    return aRecord({ volumes: [{ name: '', path: `/${'x'.repeat(bytes - bare)}` }], freeze })
  }

  it.each([
    [2000, REASON],
    [3600, `${'🧊'.repeat(40)}…`],
  ])('fits beside a record of %d bytes', (bytes, reason) => {
    const text = recordText(sized(bytes))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096)
    expect(parseRecord(text)?.freeze).toEqual({ ...freeze, reason })
  })

  it('stays whole as long as leaving out what a plan compares with makes room', () => {
    const record = sized(2500)
    const stored = parseRecord(recordText({ ...record, secrets: { A: 'x'.repeat(2000) }, attempt: anAttempt({ note: 'a note' }) }))
    expect(stored).toMatchObject({ freeze: { reason: REASON }, attempt: { note: 'a note' } })
    expect(stored?.secrets).toBeUndefined()
  })
})

describe('parseRecord', () => {
  it('reads back what was written', () => {
    expect(parseRecord(JSON.stringify(aRecord()))).toEqual(aRecord())
  })

  it.each(['', '{', 'null', '[]', '{"schema":2,"release":"x","digest":"y"}', '{"schema":1}'])('is undefined for %j', (text) => {
    expect(parseRecord(text)).toBeUndefined()
  })
})
