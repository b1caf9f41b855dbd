import { describe, expect, it } from '@jest/globals'
import { readDocument, releaseDocument } from '../../../src/domain/release/release-document.ts'
import type { ReleaseDocument } from '../../../src/domain/release/release-document.ts'
import { releaseName } from '../../../src/domain/release/release.ts'
import type { Release } from '../../../src/domain/release/release.ts'
import { dockerParts } from '../../../src/domain/release/spec.ts'
import type { Specification } from '../../../src/domain/release/spec.ts'
import { OPTION_ROWS } from '../../fakes/option-rows.ts'
import { aSpec, COMMIT, DIGEST, SERVICE } from '../../fakes/samples.ts'
import { fc } from '../../fakes/properties.ts'

const VPC = ['10.0.0.0/16', 'fd00::/56']
const IMAGE = `registry.example/web/production@${DIGEST}`

function releaseOf(spec: Specification): Release {
  return { name: releaseName(COMMIT, DIGEST, spec), digest: DIGEST, image: IMAGE, commit: COMMIT, spec }
}

function documentOf(release: Release, login = 'registry.example'): ReleaseDocument {
  return releaseDocument({ service: SERVICE, release, login, vpc: VPC, runUrl: 'https://x' })
}

const text = fc.string({ unit: 'grapheme' })
const filled = text.filter((value) => value !== '')
const name = fc.oneof(fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/), fc.constantFrom('__proto__', 'constructor', 'PATH', '_'))
const own = (entries: [string, string][]): Record<string, string> => Object.fromEntries(entries)
const variables = fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 6 }).map(own)
const options = fc.subarray([...OPTION_ROWS]).map((rows) => Object.fromEntries(rows.map((row) => [row.name, row.value])))
const others = fc.record({
  port: fc.integer({ min: 1, max: 65_535 }),
  args: fc.array(text, { maxLength: 5 }),
  env: variables,
  secrets: variables,
  volumes: fc.array(filled, { maxLength: 3 }),
  memory: fc.option(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), { nil: undefined }),
  cpus: fc.option(fc.double({ min: 0.01, max: 128, noNaN: true }), { nil: undefined }),
  user: fc.option(filled, { nil: undefined }),
  'health-path': filled,
  'health-host': fc.option(filled, { nil: undefined }),
  'health-timeout': fc.double({ min: 0.001, max: 3600, noNaN: true }),
  'http-port': fc.integer({ min: 1, max: 65_535 }),
  domains: fc.array(filled, { maxLength: 3 }),
  'strip-path-prefix': fc.boolean(),
  upstream: fc.constantFrom('http', 'h2c', 'https'),
  'trusted-proxies': fc.array(fc.oneof(filled, fc.constant('vpc')), { maxLength: 3 }),
  migration: fc.boolean(),
})
const specs: fc.Arbitrary<Specification> = fc.tuple(options, others).map(([some, rest]) => aSpec({ ...some, ...rest }))

describe('releaseDocument', () => {
  it('has all that it takes to make the release again', () => {
    const spec = aSpec({
      ...{ args: ['a b', '$(id)'], env: { A: '1' }, secrets: { KEY: 'secretsmanager:k#x' }, volumes: ['data:/data'], cpus: 0.5 },
      ...{ labels: { team: 'core' }, 'health-host': 'example.org', migration: true },
      ...{ domains: ['example.org'], 'path-prefix': '/a', 'trusted-proxies': ['192.0.2.0/24', 'vpc', '10.0.0.0/16'] },
    })
    const release = releaseOf(spec)
    expect(documentOf(release)).toEqual({
      ...{ name: release.name, digest: DIGEST, image: IMAGE, login: 'registry.example', commit: COMMIT, runUrl: 'https://x' },
      service: SERVICE,
      spec,
      docker: dockerParts(spec),
      trusted: ['192.0.2.0/24', '10.0.0.0/16', 'fd00::/56'],
    })
    expect(dockerParts(spec)).toMatchObject({ cpus: { HostConfig: { NanoCpus: 5e8 } }, init: { HostConfig: { Init: true } } })
  })
})

describe('readDocument', () => {
  it('reads out of any document the release that went into it', () => {
    fc.assert(
      fc.property(specs, fc.constantFrom('registry.example', ''), (spec, login) => {
        const release = releaseOf(spec)
        expect(readDocument(JSON.parse(JSON.stringify(documentOf(release, login))))).toEqual({ ...release, login })
      }),
      { numRuns: 500 },
    )
  })

  it('fills in what a version without a setting could not tell, without another name', () => {
    const { init: _, 'health-timeout': __, ...earlier } = aSpec()
    const name = releaseName(COMMIT, DIGEST, earlier as Specification)
    expect(readDocument({ ...documentOf(releaseOf(aSpec())), name, spec: earlier })).toMatchObject({ name, spec: aSpec() })
  })

  const document = documentOf(releaseOf(aSpec({ env: { A: '1' }, args: ['x'], user: 'node' })))
  const withSpec = (changes: object): unknown => ({ ...document, spec: { ...document.spec, ...changes } })

  it.each<[string, unknown]>([
    ['another value', withSpec({ env: { A: '2' } })],
    ['an argument less', withSpec({ args: [] })],
    ['no variables', withSpec({ env: undefined })],
    ['a port that is a text', withSpec({ port: '8080' })],
    ['another port', withSpec({ port: 81 })],
    ['no health check', withSpec({ 'health-path': undefined })],
    ['a setting of another version', withSpec({ isolation: 'default' })],
    ['another option', withSpec({ init: false })],
    ['another route', withSpec({ domains: ['x'] })],
    ['no specification', { ...document, spec: undefined }],
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
