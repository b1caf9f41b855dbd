import { describe, expect, it } from '@jest/globals'
import { releaseName } from '../../../src/domain/release/release.ts'
import { parseRecord, recordText } from '../../../src/domain/release/record.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { aHealth, aRecord, aRoute, aRun, COMMIT, DIGEST } from '../../fakes/samples.ts'

const name = (run = aRun(), health = aHealth(), route = aRoute()) => releaseName(COMMIT, DIGEST, { run, health, route })

describe('releaseName', () => {
  it('is the commit and a hash', () => {
    expect(name()).toMatch(/^c0ffee00-[0-9a-f]{8}$/)
  })

  it('does not depend on the order of variables, nor on time limits', () => {
    expect(name(aRun({ env: { A: '1', B: '2' } }))).toBe(name(aRun({ env: { B: '2', A: '1' } })))
    expect(name(aRun(), aHealth({ timeout: 5, interval: 3 }))).toBe(name())
  })

  it.each([
    ['an env value', name(aRun({ env: { A: '1' } }))],
    ['a secret', name(aRun({ secrets: { A: 'ssm:/a' } }))],
    ['an argument', name(aRun({ args: ['x'] }))],
    ['a volume', name(aRun({ volumes: ['d:/d'] }))],
    ['memory', name(aRun({ memoryBytes: 1 }))],
    ['cpus', name(aRun({ cpus: 1 }))],
    ['user', name(aRun({ user: 'app' }))],
    ['port', name(aRun({ port: 1 }))],
    ['health path', name(aRun(), aHealth({ path: '/up' }))],
    ['http-port', name(aRun(), aHealth(), aRoute({ port: 81 }))],
    ['domains', name(aRun(), aHealth(), aRoute({ domains: ['a.example.com'] }))],
    ['path-prefix', name(aRun(), aHealth(), aRoute({ path: '/a' }))],
    ['strip-path-prefix', name(aRun(), aHealth(), aRoute({ strip: true }))],
    ['upstream', name(aRun(), aHealth(), aRoute({ upstream: 'h2c' }))],
    ['trusted-proxies', name(aRun(), aHealth(), aRoute({ trustedProxies: ['vpc'] }))],
    ['digest', releaseName(COMMIT, 'sha256:0', { run: aRun(), health: aHealth(), route: aRoute() })],
  ])('depends on %s', (_, changed) => {
    expect(changed).not.toBe(name())
  })
})

describe('recordText', () => {
  const settings = (count: number) =>
    fingerprintOf(
      {
        run: aRun({ env: Object.fromEntries(Array.from({ length: count }, (_, at) => [`VARIABLE_${at}`, 'x'])) }),
        health: aHealth(),
        route: aRoute(),
        canaryHeader: 'X-Canary',
      },
      'x',
    )

  it.each([
    [0, true],
    [50, true],
    [500, false],
  ])('with %d variables, remembers each: %s', (count, each) => {
    const text = recordText(aRecord({ settings: settings(count) }))
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(4096)
    expect(parseRecord(text)?.settings).toEqual(each ? settings(count) : { whole: settings(count).whole, proxy: settings(count).proxy })
  })

  it('has room for 70 variables beside all that else can stand there', () => {
    const crowded = { actor: 'a'.repeat(39), blocked: Array.from({ length: 20 }, () => COMMIT), settings: settings(70) }
    expect(parseRecord(recordText(aRecord(crowded)))?.settings?.parts).toBeDefined()
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
  ])(
    'of %d secrets and %d variables keeps versions: %s, names: %s; where data lies it always tells',
    (count, variables, versions, parts) => {
      const env = many(variables, 'VARIABLE', () => '12345678')
      const settings = { whole: '12345678', proxy: '12345678', parts: { env, secrets: {}, inputs: {} } }
      const record = aRecord({ secrets: many(count, 'SECRET', () => crypto.randomUUID()), volumes, settings })
      const stored = parseRecord(recordText(record))
      expect([stored?.secrets, stored?.settings?.parts]).toEqual([
        versions ? record.secrets : undefined,
        parts ? settings.parts : undefined,
      ])
      expect(stored?.volumes).toEqual(volumes)
    },
  )
})

describe('parseRecord', () => {
  it('reads back what was written', () => {
    expect(parseRecord(JSON.stringify(aRecord()))).toEqual(aRecord())
  })

  it.each(['', '{', 'null', '[]', '{"schema":2,"release":"x","digest":"y"}', '{"schema":1}'])('is undefined for %j', (text) => {
    expect(parseRecord(text)).toBeUndefined()
  })
})
