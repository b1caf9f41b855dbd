import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { readDocument, releaseDocument } from '../../../src/domain/release/release-document.ts'
import type { ReleaseDocument } from '../../../src/domain/release/release-document.ts'
import { releaseName } from '../../../src/domain/release/release.ts'
import type { Release } from '../../../src/domain/release/release.ts'
import type { HealthSpec, RunSpec } from '../../../src/domain/release/configuration.ts'
import type { RouteSpec } from '../../../src/domain/release/route.ts'
import { OPTION_ROWS } from '../../fakes/option-rows.ts'
import { aHealth, aRoute, aRun, COMMIT, DIGEST, SERVICE } from '../../fakes/samples.ts'

const VPC = ['10.0.0.0/16', 'fd00::/56']
const IMAGE = `registry.example/web@${DIGEST}`

function releaseOf(run: RunSpec, health: HealthSpec, route = aRoute()): Release {
  return { name: releaseName(COMMIT, DIGEST, { run, health, route }), digest: DIGEST, image: IMAGE, commit: COMMIT, run, health, route }
}

function documentOf(release: Release, { login = 'registry.example', migration = false } = {}): ReleaseDocument {
  return releaseDocument({ service: SERVICE, release, login, canaryHeader: 'X-Canary', vpc: VPC, migration, runUrl: 'https://x' })
}

const text = fc.string({ unit: 'grapheme' })
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
  options: fc.subarray([...OPTION_ROWS]).map((rows) => Object.fromEntries(rows.map(({ name, value }) => [name, value]))),
})
const healths: fc.Arbitrary<HealthSpec> = fc.record({
  path: filled,
  codes: filled,
  host: fc.option(filled, { nil: undefined }),
  timeout: fc.double({ min: 0.001, max: 3600, noNaN: true }),
  interval: fc.double({ min: 0.001, max: 60, noNaN: true }),
})

const routes: fc.Arbitrary<RouteSpec> = fc.record({
  port: fc.integer({ min: 1, max: 65_535 }),
  domains: fc.array(filled, { maxLength: 3 }),
  path: filled,
  strip: fc.boolean(),
  upstream: fc.constantFrom('http', 'h2c', 'https'),
  trustedProxies: fc.array(fc.oneof(filled, fc.constant('vpc')), { maxLength: 3 }),
})

describe('releaseDocument', () => {
  it('has all that it takes to make the release again', () => {
    const run = aRun({
      args: ['a b', '$(id)'],
      env: { A: '1' },
      secrets: { KEY: 'secretsmanager:k#x' },
      volumes: ['data:/data'],
      cpus: 0.5,
      options: { init: true, labels: { team: 'core' } },
    })
    const route = aRoute({ domains: ['example.org'], path: '/a', trustedProxies: ['192.0.2.0/24', 'vpc', '10.0.0.0/16'] })
    const release = releaseOf(run, aHealth({ host: 'example.org' }), route)
    expect(documentOf(release, { migration: true })).toEqual({
      ...{
        name: release.name,
        digest: DIGEST,
        image: IMAGE,
        login: 'registry.example',
        commit: COMMIT,
        migration: true,
        runUrl: 'https://x',
      },
      service: SERVICE,
      route: {
        port: 80,
        domains: ['example.org'],
        path: '/a',
        strip: false,
        upstream: 'http',
        trustedProxies: ['192.0.2.0/24', 'vpc', '10.0.0.0/16'],
        trusted: ['192.0.2.0/24', '10.0.0.0/16', 'fd00::/56'],
        canaryHeader: 'X-Canary',
      },
      processes: [
        {
          name: 'web',
          port: 8080,
          args: ['a b', '$(id)'],
          env: { A: '1' },
          secrets: { KEY: 'secretsmanager:k#x' },
          volumes: ['data:/data'],
          memoryBytes: null,
          cpus: 0.5,
          user: null,
          options: { init: true, labels: { team: 'core' } },
          health: { path: '/', codes: '200-399', host: 'example.org', timeout: 60, interval: 1 },
        },
      ],
    })
  })
})

describe('readDocument', () => {
  it('reads out of any document the release that went into it', () => {
    fc.assert(
      fc.property(runs, healths, routes, fc.boolean(), fc.boolean(), (run, health, route, migration, ecr) => {
        const release = releaseOf(run, health, route)
        const login = ecr ? 'registry.example' : ''
        const text = JSON.stringify(documentOf(release, { login, migration }))
        expect(readDocument(JSON.parse(text))).toEqual({ ...release, login, migration })
      }),
      { numRuns: 500 },
    )
  })

  const document = documentOf(releaseOf(aRun({ env: { A: '1' }, args: ['x'], user: 'node' }), aHealth()))
  const [web] = document.processes
  const withWeb = (changes: object): unknown => ({ ...document, processes: [{ ...web, ...changes }] })

  it.each<[string, unknown]>([
    ['another value', withWeb({ env: { A: '2' } })],
    ['an argument less', withWeb({ args: [] })],
    ['no variables', withWeb({ env: undefined })],
    ['a port that is a text', withWeb({ port: '8080' })],
    ['another port', withWeb({ port: 81 })],
    ['no health check', withWeb({ health: undefined })],
    ['a health check of another version', withWeb({ health: { ...web?.health, method: 'HEAD' } })],
    ['a setting of another version', withWeb({ gpus: 'all' })],
    ['an option of another version', withWeb({ options: { isolation: 'default' } })],
    ['no options', withWeb({ options: undefined })],
    ['another option', withWeb({ options: { init: false } })],
    ['another kind of process', withWeb({ name: 'worker' })],
    ['no route', { ...document, route: undefined }],
    ['another route', { ...document, route: { ...document.route, domains: ['x'] } }],
    ['a route of another version', { ...document, route: { ...document.route, weight: 1 } }],
    ['no process', { ...document, processes: [] }],
    ['a second process', { ...document, processes: [web, web] }],
    ['no digest', { ...document, digest: undefined }],
    ['another commit', { ...document, commit: 'b'.repeat(40) }],
    ['nothing', {}],
    ['a null in its place', null],
    ['a text in its place', 'x'],
  ])('takes no document with %s', (_, changed) => {
    expect(readDocument(document)).toBeDefined()
    expect(readDocument(changed)).toBeUndefined()
  })
})
