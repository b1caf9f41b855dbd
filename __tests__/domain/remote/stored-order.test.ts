import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deployPayload } from '../../../src/domain/remote/deploy-payload.ts'
import { readOrder } from '../../../src/domain/remote/stored-order.ts'
import { decodePayload, encodePayload } from '../../../src/domain/remote/payload.ts'
import { releaseName } from '../../../src/domain/release/release.ts'
import type { HealthSpec, Release, RunSpec } from '../../../src/domain/release/release.ts'
import { aHealth, aRun, COMMIT, DIGEST, SERVICE } from '../../fakes/samples.ts'

const IMAGE = `registry.example/web@${DIGEST}`

function releaseOf(run: RunSpec, health: HealthSpec, httpPort = 80): Release {
  return { name: releaseName(COMMIT, DIGEST, run, health, httpPort), digest: DIGEST, image: IMAGE, commit: COMMIT, run, health, httpPort }
}

function orderOf(release: Release, { login = 'registry.example', migration = false } = {}) {
  return deployPayload({
    deployId: 'd-1',
    service: SERVICE,
    region: 'us-east-1',
    release,
    image: { reference: IMAGE, digest: DIGEST, login: login || undefined, built: true, bytes: 1 },
    proxyImage: 'caddy:2',
    drainTimeout: 1,
    bake: { time: 1, maxErrorShare: 0.1 },
    canaryShare: undefined,
    canaryHeader: 'X-Canary',
    leased: true,
    keep: 3,
    base: '',
    migration,
    runUrl: 'https://x',
  })
}

/** Any text but one with a NUL, which nothing can hold. */
const text = fc.string({ unit: 'grapheme' }).map((value) => value.replaceAll('\0', ''))
const filled = text.filter((value) => value !== '')
const name = fc.oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/), fc.constantFrom('__proto__', 'constructor', 'PATH', '_'))
const own = (entries: [string, string][]): Record<string, string> => Object.fromEntries(entries)
const variables = fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 6 }).map(own)
const runs: fc.Arbitrary<RunSpec> = fc.record({
  port: fc.integer({ min: 1, max: 65_535 }),
  args: fc.array(text, { maxLength: 5 }),
  env: variables,
  secrets: variables,
  volumes: fc.array(filled, { maxLength: 3 }),
  memoryBytes: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { nil: undefined }),
  cpus: fc.option(fc.double({ min: 0.01, max: 128, noNaN: true }), { nil: undefined }),
  user: fc.option(filled, { nil: undefined }),
})
const healths: fc.Arbitrary<HealthSpec> = fc.record({
  path: filled,
  codes: filled,
  host: fc.option(filled, { nil: undefined }),
  timeout: fc.double({ min: 0.001, max: 3600, noNaN: true }),
  interval: fc.double({ min: 0.001, max: 60, noNaN: true }),
})

describe('readOrder', () => {
  it('reads out of any order the release that went into it', () => {
    fc.assert(
      fc.property(
        runs,
        healths,
        fc.integer({ min: 1, max: 65_535 }),
        fc.boolean(),
        fc.boolean(),
        (run, health, httpPort, migration, ecr) => {
          const release = releaseOf(run, health, httpPort)
          const login = ecr ? 'registry.example' : ''
          const packed = Buffer.from(encodePayload(orderOf(release, { login, migration })), 'base64')
          expect(readOrder(decodePayload(packed))).toEqual({ ...release, login, migration })
        },
      ),
      { numRuns: 500 },
    )
  })

  const pairs = orderOf(releaseOf(aRun({ env: { A: '1' }, args: ['x'], user: 'node' }), aHealth()))
  const without = (key: string) => pairs.filter(([other]) => other !== key)

  it.each([
    ['another value', pairs.map(([key, value]) => [key, value === 'A=1' ? 'A=2' : value] as const)],
    ['an argument less', without('arg')],
    ['no options', without('option')],
    ['no manifest', without('manifest')],
    ['a manifest that is cut off', [...without('manifest'), ['manifest', '{"commit":"c'] as const]],
    ['no digest', without('digest')],
    ['another port', [['port', '81'] as const, ...pairs]],
    ['an option of another version', [...pairs, ['option', '--gpus'] as const, ['option', 'all'] as const]],
    ['nothing', []],
  ])('takes no order with %s', (_, changed) => {
    expect(readOrder(pairs)).toBeDefined()
    expect(readOrder(changed)).toBeUndefined()
  })
})

describe('decodePayload', () => {
  it('gives back any pairs, and leaves out what was cut off', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text)), (any) => {
        expect(decodePayload(Buffer.from(encodePayload(any), 'base64'))).toEqual(any)
      }),
    )
    expect(decodePayload(Buffer.from('a\0b\0c\0d'))).toEqual([['a', 'b']])
    expect(decodePayload(Buffer.from(''))).toEqual([])
  })
})
