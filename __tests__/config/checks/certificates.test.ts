import { describe, expect, test } from '@jest/globals'
import { readConfig } from '../../fakes/read-config.ts'

const STEP = {
  ...{ GITHUB_REPOSITORY: 'acme/shop', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/work' },
  ...{ INPUT_PORT: '8080', AWS_REGION: 'eu-central-1' },
}
const DNS = { tls: 'acme', domains: 'shop.example.com', 'acme-challenge': 'dns', 'proxy-image': 'registry.example.com/caddy:2' }

function read(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const given = Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]))
  return readConfig({ ...STEP, ...env, ...given }).spec
}

describe('certificates', () => {
  test.each<[string, Record<string, string>, Record<string, unknown>]>([
    ['an own one', { tls: 'secretsmanager:web/tls', domains: 'a.example.com, *.example.com' }, { tls: 'secretsmanager:web/tls' }],
    ['an own one of several hosts', { tls: 'secretsmanager:web/tls', domains: 'a.example.com', instances: '3' }, {}],
    ['a wildcard by DNS', { ...DNS, domains: 'example.com\n*.example.com' }, { domains: ['example.com', '*.example.com'] }],
    ['several hosts by DNS', { ...DNS, instances: '3' }, { 'acme-challenge': 'dns' }],
    ['other ports by DNS', { ...DNS, 'http-port': '8080', 'https-port': '8443' }, { 'https-port': 8443 }],
    ['a wildcard of the host itself', { tls: 'internal', domains: 'example.com, *.example.com' }, { tls: 'internal' }],
    ['an address without HTTPS', { domains: '203.0.113.7' }, { domains: ['203.0.113.7'] }],
    ['a wildcard without HTTPS', { domains: 'example.com, *.example.com' }, { tls: 'off' }],
    ['an account', { tls: 'acme', domains: 'a.example.com', 'acme-account': 'ssm:/eab' }, { 'acme-account': 'ssm:/eab' }],
  ])('%s', (_, inputs, spec) => {
    expect(read(inputs)).toMatchObject(spec)
  })

  test.each<[Record<string, string>, string]>([
    [{ tls: 'acme', domains: 'example.com, *.example.com' }, 'acme-challenge: must be dns for *.example.com'],
    [{ tls: 'acme', domains: 'example.com', instances: '2' }, 'acme-challenge: must be dns with 2 instances'],
    [{ ...DNS, 'proxy-image': '' }, 'proxy-image: missing; acme-challenge: dns needs a Caddy with the module dns.providers.route53'],
    [{ ...DNS, domains: '*.example.com' }, 'domains: must not begin with *.example.com; start with the name'],
    [{ domains: 'a.*.example.com' }, 'domains: got'],
    [{ tls: 'internal', domains: '203.0.113.7' }, 'domains: got 203.0.113.7; HTTPS needs a name'],
    [{ tls: 'acme', domains: 'a.example.com', 'redirect-domains': '203.0.113.7' }, 'redirect-domains: got 203.0.113.7'],
    [{ domains: '*' }, 'domains: got'],
    [{ ...DNS, 'redirect-domains': '*.example.org' }, 'redirect-domains: got'],
    [{ tls: 'secretsmanager:web/tls#chain', domains: 'example.com' }, 'tls: got'],
    [{ tls: 'ssm:/web/tls', domains: 'example.com' }, 'tls: got'],
    [{ tls: 'secretsmanager:web/tls', domains: '' }, 'domains: missing; tls: secretsmanager:web/tls needs the names'],
    [{ tls: 'internal', domains: 'example.com', 'acme-account': 'ssm:/eab' }, 'acme-account: has no effect without tls: acme'],
    [{ tls: 'internal', domains: 'example.com', 'acme-challenge': 'dns' }, 'acme-challenge: has no effect without tls: acme'],
    [{ ...DNS, 'acme-account': 'keyid:hmac' }, 'acme-account: its value is wrong'],
  ])('%j is refused', (inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
  })

  test.each(['cn-north-1', 'us-gov-west-1'])('by DNS are refused in %s', (region) => {
    expect(() => read(DNS, { AWS_REGION: region })).toThrow(`acme-challenge: dns is not available in ${region}`)
  })
})
