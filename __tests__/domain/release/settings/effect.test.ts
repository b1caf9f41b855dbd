import { describe, expect, it } from '@jest/globals'
import { planHash } from '../../../../src/domain/plan/hash.ts'
import { compareFingerprint, fingerprintOf } from '../../../../src/domain/release/fingerprint.ts'
import { releaseName } from '../../../../src/domain/release/release.ts'
import { settings } from '../../../../src/domain/release/spec.ts'
import type { Specification } from '../../../../src/domain/release/spec.ts'
import { OPTION_ROWS } from '../../../fakes/option-rows.ts'
import { planFacts } from '../../../fakes/plan-facts.ts'
import { aSpec, COMMIT, DIGEST } from '../../../fakes/samples.ts'

/** Another value than the usual one, for each setting that is no option of the container. */
const OTHER: Readonly<Record<string, string>> = {
  ...{
    migration: 'true',
    port: '9090',
    args: 'node',
    env: 'A=1',
    secrets: 'TOKEN=ssm:/a',
    volumes: 'data:/data',
    memory: '1g',
    cpus: '0.5',
  },
  ...{ user: '1000', 'health-path': '/health', 'health-codes': '200', 'health-host': 'a.example', 'health-timeout': '9s' },
  ...{
    'health-interval': '2s',
    'http-port': '8081',
    domains: 'a.example',
    'path-prefix': '/a',
    'strip-path-prefix': 'true',
    upstream: 'h2c',
  },
  ...{ 'trusted-proxies': '10.0.0.0/8', 'external-proxy': 'true', 'canary-header': 'X-A', 'preview-sleep': '1h', 'asset-path': '/assets' },
  ...{ 'asset-files': '/assets', 'basic-auth': 'ssm:/a', 'allow-from': '10.0.0.0/8', maintenance: 'true', 'maintenance-page': '<p>' },
  ...{ 'error-pages': '503=<p>', 'request-timeout': '9s', 'max-body': '1m', 'access-log': 'true', tls: 'internal', 'https-port': '8443' },
  ...{
    'https-redirect': 'false',
    hsts: '1d',
    'redirect-domains': 'b.example',
    'acme-directory': 'https://a.example/',
    'acme-email': 'a@a.example',
  },
  ...{
    'acme-account': 'ssm:/a',
    'acme-challenge': 'dns',
    'release-command': 'migrate',
    'release-command-timeout': '9s',
    'settle-time': '9s',
  },
  'stop-first': 'true',
}
const TEXTS = { ...OTHER, ...Object.fromEntries(OPTION_ROWS.map(({ name, text }) => [name, text])) }
const USUAL = aSpec()
const SALT = 'c0ffee00-12345678'

it('there is another value of each setting', () => {
  expect(
    settings()
      .map(([name]) => name)
      .filter((name) => !(name in TEXTS)),
  ).toEqual([])
})

describe.each(settings())('%s', (name, setting) => {
  const spec: Specification = { ...USUAL, [name]: setting.parse(TEXTS[name] ?? '') }
  const nameOf = (one: Specification): string => releaseName(COMMIT, DIGEST, one)
  const hashOf = (one: Specification): string => planHash(planFacts({ configuration: one }))
  const change = compareFingerprint({ release: SALT, fingerprint: fingerprintOf(USUAL, SALT) }, spec)

  it('takes effect with a new release exactly if it makes one', () => {
    expect(spec).not.toEqual(USUAL)
    expect(nameOf(spec) !== nameOf(USUAL)).toBe(setting.effect === 'release')
  })

  it('needs another approval, and is in the plan, if it changes what serves', () => {
    const serves = setting.identity || setting.acts === 'proxy'
    expect(hashOf(spec) !== hashOf(USUAL)).toBe(serves)
    expect(change.kind).toBe(serves ? 'named' : 'unchanged')
  })
})
