import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { parseConfig } from '../../src/config/file/config-file.ts'
import { readConfig } from '../../src/config/config.ts'
import type { Config } from '../../src/config/config.ts'
import { serviceOf, readJob } from '../../src/config/job.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

/** Values that an input of a build takes. */
const BUILD = { platforms: 'linux/amd64', 'build-args': 'A=1', 'build-secrets': 'a=env:A', ssh: 'default', sbom: 'sbom.json' }
const ASSETS = { 'asset-path': '/assets', 'asset-files': '/app/assets' }
const GITHUB = { GITHUB_REPOSITORY: 'acme/My_App', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/work' }

function attempt(read: () => unknown): unknown {
  try {
    return read()
  } catch (error) {
    return error
  }
}

describe('readConfig', () => {
  it('needs nothing but a region and a port', () => {
    const config = readConfig({ ...GITHUB, INPUT_PORT: '8080', 'INPUT_AWS-REGION': 'eu-west-1' })
    expect(config).toMatchObject({
      command: 'deploy',
      service: { name: 'my-app', environment: 'production' },
      region: 'eu-west-1',
      host: { instanceType: 't3.small', elasticIp: true, volumeGiB: 16, ports: [{ protocol: 'tcp', port: 80 }], subnetIds: [] },
      image: { repository: 'my-app/production', context: '.', platforms: [] },
      spec: {
        ...{ port: 8080, env: {} },
        ...{ 'health-path': '/', 'health-codes': '200-399', 'health-timeout': 60, 'health-interval': 1 },
      },
    })
  })

  it('by default, protects data and leaves the network to the hosts', () => {
    const read = (inputs: Record<string, string>) => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...inputs })
    expect(read({})).toMatchObject({ volumeData: [], network: undefined })
    const given = { 'INPUT_VOLUME-DATA': 'each-host-its-own, discarded', INPUT_NETWORK: '10.213.0.0/16' }
    expect(read(given)).toMatchObject({ volumeData: ['each-host-its-own', 'discarded'], network: '10.213.0.0/16' })
  })

  it('takes the region of the environment', () => {
    expect(readConfig({ ...GITHUB, INPUT_PORT: '1', AWS_REGION: 'eu-central-1' }).region).toBe('eu-central-1')
  })

  it('reports every problem at once, each with its input, what it got and what would be right', () => {
    const env = {
      'INPUT_HELTH-PATH': '/up',
      'INPUT_HEALTH-TIMEOUT': '60',
      INPUT_MEMORY: 'lots',
      INPUT_ENV: 'A=1',
      INPUT_SECRETS: 'A=ssm:/a',
      INPUT_ENVIRONMENT: 'Production',
    }
    expect(() => readConfig({ ...GITHUB, ...env })).toThrow(
      [
        '7 problems with the inputs:',
        '  helth-path: no such input; did you mean `health-path`?',
        '  environment: got "Production"; expected lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12',
        '  memory: got "lots"; expected a size from 6m to 1048576g, such as 512m or 2g',
        '  health-timeout: got "60"; expected a duration from 1s to 1h, such as 90s or 5m',
        '  aws-region: missing; set it to a region such as us-east-1, or the variable AWS_REGION',
        '  port: missing; set it to the port that the application listens on, such as 8080',
        '  secrets: A is in env, too; set each variable in only one of them',
      ].join('\n'),
    )
  })

  it('reads all settings of a canary, or none', () => {
    const read = (inputs: Record<string, string>) => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...inputs })
    expect(read({})).toMatchObject({ canary: undefined, spec: { 'canary-header': 'X-Canary' } })
    expect(read({ 'INPUT_CANARY-STEPS': '10%:2m, 50%:5m', 'INPUT_CANARY-MAX-LATENCY': '800ms' }).canary).toEqual({
      steps: [
        { share: 10, time: 120 },
        { share: 50, time: 300 },
      ],
      maxErrorShare: 0.1,
      maxLatency: 0.8,
      minRequests: 50,
      inconclusive: 'rollback',
      pause: { limit: 1800, end: 'abort' },
      dryRun: false,
    })
    expect(() => read({ 'INPUT_CANARY-STEPS': '10%:2m, 50%:13m' })).toThrow(
      'canary-steps: its steps take 900 s in total, but deploy-timeout is 900 s; raise deploy-timeout',
    )
    expect(() => read({ 'INPUT_CANARY-HEADER': 'X Canary' })).toThrow(
      'canary-header: got "X Canary"; expected the name of a request header',
    )
  })

  describe('of a build that gets secrets', () => {
    const read = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
      readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...inputs, ...env }).image

    it('names their sources, and never their values', () => {
      const { secrets, ssh } = read(
        { 'INPUT_BUILD-SECRETS': 'npm=env:NPM_TOKEN\nnetrc=file:.netrc\nkey=file:/run/key', INPUT_SSH: 'default' },
        { NPM_TOKEN: 'hunter2', SSH_AUTH_SOCK: '/run/agent' },
      )
      expect(secrets).toEqual([
        { id: 'npm', kind: 'env', name: 'NPM_TOKEN' },
        { id: 'netrc', kind: 'file', path: expect.stringMatching(/^\/.+\/\.netrc$/) },
        { id: 'key', kind: 'file', path: '/run/key' },
      ])
      expect(ssh).toBe(true)
      expect(read({})).toMatchObject({ secrets: [], ssh: false })
    })

    it.each([
      [{ 'INPUT_BUILD-SECRETS': 'npm=env:NPM_TOKEN' }, 'build-secrets: npm: the variable NPM_TOKEN is empty; set it in the `env:`'],
      [{ INPUT_SSH: 'default' }, 'ssh: SSH_AUTH_SOCK is empty; start an agent'],
      [{ INPUT_SSH: '/run/key' }, 'ssh: got "/run/key"; expected one of default'],
      [{ 'INPUT_BUILD-SECRETS': 'npm=hunter2' }, 'the value of npm does not fit'],
      [{ 'INPUT_BUILD-SECRETS': 'np,m=env:A' }, 'expected id=env:VARIABLE or id=file:path'],
    ])('refuses %j before anything is built', (inputs, message) => {
      expect(() => read(inputs)).toThrow(message)
      expect(() => read(inputs)).not.toThrow('hunter2')
    })

    it('does not need them for a plan', () => {
      const plan = { INPUT_COMMAND: 'plan', 'INPUT_BUILD-SECRETS': 'npm=env:NPM_TOKEN', INPUT_SSH: 'default' }
      expect(() => read(plan)).not.toThrow()
    })
  })

  it.each([
    [{ 'canary-max-latency': '800ms' }, 'canary-max-latency: has no effect without canary-steps'],
    [{ 'canary-max-latency': '800ms', 'canary-steps': '10%:1m' }, ''],
    [{ 'canary-min-requests': '50' }, ''],
    [{ image: 'nginx:1', 'build-args': 'A=1', dockerfile: 'x' }, 'dockerfile: has no effect with image'],
    [{ image: 'nginx:1', 'build-secrets': 'npm=env:NPM_TOKEN' }, 'build-secrets: has no effect with image'],
    [{ image: 'nginx:1', ssh: 'default' }, 'ssh: has no effect with image'],
    [{ 'basic-auth': 'ada:hunter2' }, 'basic-auth: its value is wrong; expected ssm:/path'],
    [{ 'acme-account': '{"hmac":"hunter2"}', tls: 'acme', domains: 'a.b' }, 'acme-account: its value is wrong; expected ssm:/path'],
    [{ image: 'nginx:1', rebuild: 'true' }, 'rebuild: has no effect with image'],
    [{ image: 'nginx:1', rebuild: 'false' }, ''],
    [{ 'instance-id': 'i-0123456789abcdef0', renew: 'true' }, 'renew: has no effect with instance-id'],
    [{ 'instance-id': 'i-0123456789abcdef0', 'allow-replacement': 'true' }, 'allow-replacement: has no effect with instance-id'],
    [{ 'bake-time': '0s', 'bake-max-errors': '0.5' }, 'bake-max-errors: has no effect with bake-time: 0s'],
    [{ 'bake-time': '14m30s' }, 'bake-time: bake-time and drain-timeout can take 900 s together, but deploy-timeout is 900 s'],
    [{ 'bake-time': '14m29s' }, ''],
    [{ 'bake-time': '20m' }, 'bake-time: bake-time and drain-timeout can take 1230 s together, but deploy-timeout is 900 s'],
    [{ 'bake-time': '20m', 'deploy-timeout': '30m' }, ''],
    [{ 'drain-timeout': '1h' }, 'drain-timeout: bake-time and drain-timeout can take 3610 s together'],
    [{ command: 'restart', 'drain-timeout': '1h' }, 'drain-timeout: bake-time and drain-timeout can take 3610 s together'],
    [{ 'deploy-timeout': '60s' }, ''],
    [{ 'hosted-zone-id': 'none, Z1', domains: 'a.example.com' }, 'hosted-zone-id: got none, Z1; expected either none or ids'],
    [{ ...ASSETS, 'path-prefix': '/shop' }, 'asset-path: got /assets, but only requests for path-prefix /shop reach the service'],
    [{ ...ASSETS, 'path-prefix': '/shop', 'strip-path-prefix': 'true' }, ''],
    [{ ...ASSETS, 'path-prefix': '/assets/v1' }, ''],
    [{ ...ASSETS, 'asset-path': '/shop/assets', 'path-prefix': '/shop' }, ''],
    [{ ...ASSETS, 'asset-path': '/shopping', 'path-prefix': '/shop' }, 'asset-path: got /shopping'],
  ])('refuses what another input leaves without effect: %j', (inputs, problem) => {
    const given = Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text]))
    const read = () => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', ...('command' in inputs ? {} : { INPUT_PORT: '1' }), ...given })
    if (problem === '') expect(read).not.toThrow()
    else expect(read).toThrow(problem)
  })

  it('reports each input once, however much is wrong with it', () => {
    const given = {
      'INPUT_CANARY-STEPS': '10%:20m',
      'INPUT_CANARY-MAX-LATENCY': 'fast',
      'INPUT_AWS-REGION': 'us-east1',
      INPUT_IMAGE: 'UPPER',
      INPUT_REBUILD: 'maybe',
    }
    const lines = String(attempt(() => readConfig({ ...GITHUB, ...given })))
      .split('\n')
      .slice(1)
    const names = lines.map((line) => line.trim().split(':')[0])
    expect(names.toSorted((a = '', b = '') => a.localeCompare(b))).toEqual([
      'aws-region',
      'canary-max-latency',
      'canary-steps',
      'image',
      'port',
      'rebuild',
    ])
  })

  it('knows which inputs concern an existing host', () => {
    const read = (inputs: Record<string, string>) =>
      readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...inputs }).host.asked
    expect(read({})).toEqual([])
    expect(read({ 'INPUT_VOLUME-SIZE': '16', 'INPUT_ELASTIC-IP': 'false', 'INPUT_SUBNET-IDS': '' })).toEqual(['volume-size', 'elastic-ip'])
  })

  it('needs a port only to deploy', () => {
    expect(readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_COMMAND: 'status' }).command).toBe('status')
  })

  it.each([
    [{ INPUT_INSTANCES: '3' }, ''],
    [{ INPUT_INSTANCES: '1', 'INPUT_INSTANCE-ID': 'i-0123456789abcdef0' }, ''],
    [{ INPUT_SCHEDULE: 'daily 8-19 UTC', INPUT_CAPACITY: 'spot' }, 'schedule: cannot be combined with capacity: spot'],
    [{ INPUT_INSTANCES: '2', 'INPUT_INSTANCE-ID': 'i-0123456789abcdef0' }, 'instances: must be 1 with instance-id, not 2'],
    [{ INPUT_INSTANCES: '51' }, 'instances: got "51"; expected a whole number from 1 to 50'],
    ...['1', '50', '1%', '25%', '100%'].map((value) => [{ 'INPUT_MAX-CONCURRENCY': value }, ''] as const),
    ...['0', '51', '0%', '101%', 'all'].map((value) => [{ 'INPUT_MAX-CONCURRENCY': value }, `max-concurrency: got "${value}"`] as const),
  ])('several hosts: %j', (env, problem) => {
    const read = () => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...env })
    if (problem === '') expect(read).not.toThrow()
    else expect(read).toThrow(problem)
  })

  it.each([
    ['ssm:/prod/db', true],
    ['secretsmanager:prod/db#password', true],
    ['secretsmanager:arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf#a.b', true],
    ['hunter2', false],
    ['ssm:/a b', false],
    ['ssm:/a$(id)', false],
  ])('secrets: %s is allowed: %s', (source, allowed) => {
    const read = () => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', INPUT_SECRETS: `TOKEN=${source}` })
    if (allowed) expect(read().spec.secrets).toEqual({ TOKEN: source })
    else expect(read).toThrow('secrets: line 1 is wrong; expected NAME=ssm:/path')
  })

  it('never prints the value of a secret that was put there by mistake', () => {
    const read = () => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', INPUT_SECRETS: 'TOKEN=hunter2' })
    expect(read).not.toThrow('hunter2')
  })
})

const SECURE = { tls: 'acme', domains: 'a.b' }

describe('the route', () => {
  const read = (inputs: Record<string, string>) =>
    readConfig({
      ...GITHUB,
      AWS_REGION: 'us-east-1',
      INPUT_PORT: '1',
      ...Object.fromEntries(Object.entries(inputs).map(([name, text]) => [`INPUT_${name.toUpperCase()}`, text])),
    })

  it.each([
    [{ 'http-port': '8080' }, {}],
    [{ 'https-port': '8443' }, {}],
    [
      { hsts: '180d', 'redirect-domains': 'www.a.b' },
      { hsts: 180 * 86_400, 'redirect-domains': ['www.a.b'] },
    ],
    [{ tls: 'internal', 'http-port': '8080', 'https-port': '8443' }, { tls: 'internal' }],
  ])('is by HTTPS with %j', (inputs, spec) => {
    expect(read({ ...SECURE, ...inputs }).spec).toMatchObject(spec)
  })

  it('is a port alone by default', () => {
    expect(read({}).spec).toMatchObject({
      ...{ 'http-port': 80, domains: [], 'path-prefix': '/', 'strip-path-prefix': false },
      ...{ upstream: 'http', 'trusted-proxies': [] },
    })
  })

  it('is what the inputs say', () => {
    const inputs = {
      ...{
        'http-port': '8000',
        domains: 'shop.example.com, xn--bcher-kva.example, shop.example.com',
        'path-prefix': '/api/v1..x',
        'strip-path-prefix': 'true',
      },
      ...{ upstream: 'h2c', 'trusted-proxies': 'vpc\n203.0.113.0/24 2001:DB8::/32 vpc' },
    }
    expect(read(inputs).spec).toMatchObject({
      ...{ 'http-port': 8000, domains: ['shop.example.com', 'xn--bcher-kva.example'] },
      ...{ 'path-prefix': '/api/v1..x', 'strip-path-prefix': true },
      ...{ upstream: 'h2c', 'trusted-proxies': ['vpc', '203.0.113.0/24', '2001:db8::/32'] },
    })
  })

  it.each([
    [{ domains: 'Shop.example.com' }, 'domains: got'],
    [{ domains: 'shop.*.example.com' }, 'domains: got'],
    [{ domains: 'shop.example.com:80' }, 'domains: got'],
    [{ domains: 'https://shop.example.com' }, 'domains: got'],
    [{ domains: Array.from({ length: 21 }, (_, at) => `n${at}.example.com`).join() }, 'domains: got 21; expected 20 items at most'],
    [{ 'health-path': 'health' }, 'health-path: got'],
    [{ 'health-path': '/100%' }, 'health-path: got'],
    [{ 'health-path': '/#/health' }, 'health-path: got'],
    [{ 'path-prefix': 'api' }, 'path-prefix: got'],
    [{ 'path-prefix': '/api/' }, 'path-prefix: got'],
    [{ 'path-prefix': '//api' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a*' }, 'path-prefix: got'],
    [{ 'path-prefix': '/..' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a/./b' }, 'path-prefix: got'],
    [{ 'path-prefix': '/a/..' }, 'path-prefix: got'],
    [{ 'asset-path': '/assets' }, 'asset-files: missing; set it to the folder in the container with the files of asset-path'],
    [{ 'asset-files': '/app/dist' }, 'asset-path: missing; set it to the URL path of asset-files'],
    [{ 'asset-path': '/', 'asset-files': '/app' }, 'asset-path: got "/"; expected a path such as /assets, without a slash at its end'],
    [{ 'asset-path': '/a/../b', 'asset-files': '/app' }, 'asset-path: got "/a/../b"'],
    [{ 'external-proxy': 'true' }, 'http-port: got 80, but external-proxy leaves this port to the other proxy'],
    [{ 'external-proxy': 'true', 'http-port': '8081', tls: 'acme', domains: 'a.b' }, 'tls: must be off with external-proxy, not acme'],
    [{ tls: 'acme' }, 'domains: missing; tls: acme needs the names for its certificates'],
    [{ 'redirect-domains': 'www.a.b' }, 'domains: missing; redirect-domains redirect to the first of them'],
    [{ domains: 'a.b, b.b', 'redirect-domains': 'c.b b.b' }, 'redirect-domains: b.b is in domains, too'],
    [{ ...SECURE, 'https-port': '80', 'http-port': '8080' }, 'https-port: must not be 80, which is for HTTP only'],
    [{ ...SECURE, 'http-port': '443' }, 'https-port: must differ from the http-port 443'],
    [
      { ...SECURE, 'http-port': '8080', 'https-port': '8443' },
      'https-port: must be 443, or http-port 80: an authority checks one of these ports',
    ],
    [{ hsts: '180d' }, 'hsts: has no effect without HTTPS; set tls, too'],
    [{ 'https-redirect': 'false' }, 'https-redirect: has no effect without HTTPS'],
    [{ domains: 'a.b', tls: 'internal', 'acme-email': 'ops@a.b' }, 'acme-email: has no effect without tls: acme'],
    [{ ...SECURE, 'acme-directory': 'http://ca.a.b/dir' }, 'acme-directory: got "http://ca.a.b/dir"'],
    [{ ...SECURE, hsts: '3y' }, 'hsts: got "3y"; expected a duration from 0s'],
    [{ 'strip-path-prefix': 'true' }, 'strip-path-prefix: has nothing to strip; set path-prefix, too'],
    [{ upstream: 'grpc' }, 'upstream: got "grpc"; expected one of http, h2c, https'],
    [{ 'trusted-proxies': '10.0.0.0' }, 'got "10.0.0.0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '10.0.0.256/8' }, 'got "10.0.0.256/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '010.0.0.0/8' }, 'got "010.0.0.0/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '10.0.0.0/33' }, 'got "10.0.0.0/33"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'fd00::/129' }, 'got "fd00::/129"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'fd00:::/8' }, 'got "fd00:::/8"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '::ffff:1.2.3.4/96' }, 'got "::ffff:1.2.3.4/96"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': '0.0.0.0/0' }, 'got "0.0.0.0/0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
    [{ 'trusted-proxies': 'vpc, ::/0' }, 'got "::/0"; expected vpc, cloudflare, cloudfront, and CIDRs'],
  ])('%j is wrong', (inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
  })

  it('knows whether the image of the proxy was set', () => {
    expect(read({}).proxyImage.given).toBe(false)
    expect(read({ 'proxy-image': 'caddy:2.11.8' }).proxyImage).toEqual({ reference: 'caddy:2.11.8', given: true })
  })
})

describe('an input that guards something', () => {
  const GUARDS = [
    ['account-id', '111122223333', 'any'],
    ['require-attestation', 'true', 'false'],
    ['max-severity', 'high', 'none'],
    ['max-monthly-cost', '50', 'none'],
    ['alarms', 'web-5xx', 'none'],
  ] as const
  const usual = { ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', INPUT_IMAGE: 'nginx:1' }
  const guarded = ({ accountId, proof, guards, alarms }: Config) => [
    accountId,
    proof.signer,
    proof.maxSeverity,
    guards.maxMonthlyCost,
    alarms,
  ]
  const OFF = [undefined, undefined, undefined, undefined, []]

  it.each(GUARDS)('%s is not disabled by an expression without a value', (name, value, off) => {
    const read = (text: string) => readConfig({ ...usual, [`INPUT_${name.toUpperCase()}`]: text })
    for (const empty of ['', ' ', '\n']) expect(() => read(empty)).toThrow(`${name}: got nothing; expected a value, or ${off}`)
    expect(guarded(read(value))).not.toEqual(OFF)
    expect(guarded(read(off))).toEqual(OFF)
    expect(guarded(readConfig(usual))).toEqual(OFF)
  })

  it.each(GUARDS)('%s of the file is not disabled by what the runner passes for an absent input', async (name, value, off) => {
    const file = await parseConfig('f.yml', `${name}: ${name === 'alarms' ? `[${value}]` : name === 'account-id' ? `'${value}'` : value}`)
    expect(guarded(readConfig({ ...usual, [`INPUT_${name.toUpperCase()}`]: off }, file))).not.toEqual(OFF)
  })

  it('is passed by the runner with every command that does not know it', () => {
    const passed = Object.fromEntries(GUARDS.map(([name, , off]) => [`INPUT_${name.toUpperCase()}`, off]))
    expect(() => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_COMMAND: 'status', ...passed })).not.toThrow()
  })
})

describe('plan-hash', () => {
  const HASH = `v1.${'0123456789ab.'.repeat(5)}c0ffee00-12345678`
  const read = (env: Record<string, string>) => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_PORT: '1', ...env })

  it.each([
    [{}, undefined],
    [{ 'INPUT_PLAN-HASH': 'none' }, undefined],
    [{ 'INPUT_PLAN-HASH': HASH }, HASH],
    [{ 'INPUT_PLAN-HASH': `v1.${'0123456789ab.'.repeat(5)}none` }, `v1.${'0123456789ab.'.repeat(5)}none`],
  ])('%j', (env, hash) => {
    expect(read(env).approvedPlan).toBe(hash)
  })

  it.each([
    ['an approval that got lost on the way', { 'INPUT_PLAN-HASH': '' }, 'plan-hash: got nothing'],
    ['something else', { 'INPUT_PLAN-HASH': 'c0ffee' }, 'plan-hash: got "c0ffee"'],
    ['another command', { 'INPUT_PLAN-HASH': HASH, INPUT_COMMAND: 'plan' }, 'plan-hash: only valid with command deploy or promote'],
  ])('%s is wrong', (_, env, words) => {
    expect(() => read(env)).toThrow(words)
  })

  it('a plan needs what a deploy needs', () => {
    expect(() => readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', INPUT_COMMAND: 'plan' })).toThrow('port: missing')
  })
})

describe('the pull request', () => {
  const folder = temporaryFolder('event')
  const event = (text: string) => {
    writeFileSync(join(folder, 'event.json'), text)
    return { GITHUB_EVENT_PATH: join(folder, 'event.json') }
  }

  it.each<[string, Record<string, string>, number | undefined]>([
    ['of the ref', { GITHUB_REF: 'refs/pull/7/merge' }, 7],
    ['of the event', { GITHUB_REF: 'refs/heads/main', ...event('{"pull_request":{"number":8}}') }, 8],
    ['of none', { GITHUB_REF: 'refs/heads/main' }, undefined],
    ['of a branch that is called like one', { GITHUB_REF: 'refs/heads/refs/pull/7/merge' }, undefined],
    ['of an event that is lost', { GITHUB_EVENT_PATH: '/nowhere' }, undefined],
  ])('%s', (_, env, number) => {
    expect(readJob(env).pullRequest).toBe(number)
  })

  it.each(['{"push":1}', 'not JSON', '{"pull_request":{"number":"1; rm"}}'])('%j has none', (text) => {
    expect(readJob(event(text)).pullRequest).toBeUndefined()
  })
})

describe('the repository', () => {
  const folder = temporaryFolder('event')

  it.each([
    ['all', { description: 'The shop', license: { spdx_id: 'MIT' } }, { description: 'The shop', licenses: 'MIT' }],
    ['nothing', { description: null, license: null }, {}],
    ['an unknown license', { description: '', license: { spdx_id: 'NOASSERTION' } }, {}],
    ['an invalid license', { description: 'The shop', license: { spdx_id: 'MIT\nX' } }, { description: 'The shop' }],
    ['an invalid description', { description: 'a\nb', license: { spdx_id: 'MIT' } }, { licenses: 'MIT' }],
  ])('%s', (_, repository, expected) => {
    const path = join(folder, 'event.json')
    writeFileSync(path, JSON.stringify({ repository }))
    expect(readJob({ GITHUB_EVENT_PATH: path }).about).toEqual(expected)
  })
})

describe('a promotion', () => {
  const read = (inputs: Record<string, string>) => {
    const given = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    return readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', ...Object.fromEntries(given) })
  }

  it('needs only its source', () => {
    expect(read({ command: 'promote', 'promote-from': 'staging' }).promotion).toEqual({
      from: { name: 'my-app', environment: 'staging' },
      region: 'us-east-1',
      role: undefined,
      minSoakMs: 0,
    })
  })

  it('takes the role and the region of another account', () => {
    const role = 'arn:aws:iam::123456789012:role/ci/promoter'
    expect(
      read({ command: 'promote', 'promote-from': 'staging', 'promote-from-role': role, 'promote-from-region': 'eu-west-1' }).promotion,
    ).toMatchObject({
      region: 'eu-west-1',
      role,
    })
  })

  it("treats the runner's value for an absent input as not set", () => {
    expect(
      read({ command: 'promote', 'promote-from': 'staging', context: '', cache: '', 'plan-hash': 'none', 'health-path': ' ' }).command,
    ).toBe('promote')
  })

  it.each([
    [{ command: 'promote' }, 'promote-from: missing; set it to the environment'],
    [{ command: 'promote', 'promote-from': 'production' }, 'promote-from: got "production"; expected another environment'],
    [{ command: 'promote', 'promote-from': 'a/b' }, 'promote-from: got "a/b"; expected lower-case letters'],
    [
      { command: 'promote', 'promote-from': 'staging', 'promote-from-role': 'promoter' },
      'promote-from-role: got "promoter"; expected the ARN of a role',
    ],
    [{ command: 'deploy', port: '1', 'promote-from': 'staging' }, 'promote-from: only valid with command promote or plan'],
    [{ command: 'status', 'promote-from-region': 'us-east-1' }, 'promote-from-region: only valid with command promote or plan'],
    [
      { command: 'rollback', 'promote-from-role': 'arn:aws:iam::123456789012:role/x' },
      'promote-from-role: only valid with command promote or plan',
    ],
    [{ command: 'deploy', port: '1', release: 'c0ffee00-12345678' }, 'release: only valid with command rollback, promote or plan'],
    ...[
      'image',
      'dockerfile',
      'target',
      'context',
      'build-args',
      'build-secrets',
      'ssh',
      'platforms',
      'args',
      'volumes',
      'memory',
      'cpus',
      'user',
      'port',
    ].map((name): [Record<string, string>, string] => {
      const value = { ...BUILD, memory: '1g', cpus: '1', port: '80', volumes: '/a:/b' }[name] ?? 'x'
      return [
        { command: 'promote', 'promote-from': 'staging', [name]: value },
        `${name}: only valid with command deploy, preview or plan; a promoted release brings its own`,
      ]
    }),
    ...['health-path', 'health-codes', 'health-host', 'health-timeout', 'health-interval', 'cache'].map(
      (name): [Record<string, string>, string] => {
        const value =
          { 'health-path': '/up', 'health-codes': '200', 'health-timeout': '9s', 'health-interval': '2s', cache: 'false' }[name] ?? 'x'
        return [
          { command: 'promote', 'promote-from': 'staging', [name]: value },
          `${name}: only valid with command deploy, preview or plan; a promoted release brings its own`,
        ]
      },
    ),
  ])('%j is wrong', (inputs, words) => {
    expect(() => read(inputs)).toThrow(words)
    expect(() => read(inputs)).toThrow('A problem with the inputs')
  })
})

describe('the plan of a promotion', () => {
  const FILE = 'port: 8080\nenv: {A: "1"}\npromote-from: staging\npromote-from-region: eu-west-1\n'
  const read = async (inputs: Record<string, string>, text = 'service: web') => {
    const given = Object.entries({ command: 'plan', ...inputs }).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
    return readConfig({ ...GITHUB, AWS_REGION: 'us-east-1', ...Object.fromEntries(given) }, await parseConfig('f.yml', text))
  }

  it('is one with promote-from in its step, and takes what a promotion takes', async () => {
    const config = await read({ 'promote-from': 'staging', release: 'c0ffee00-12345678', env: 'A=1', 'plan-comment': 'true' })
    expect(config).toMatchObject({ promotion: { from: { environment: 'staging' } }, release: 'c0ffee00-12345678', planComment: true })
  })

  it('takes the rest from the file, except for what only a deploy uses', async () => {
    const config = await read({ 'promote-from': 'staging' }, FILE)
    expect(config).toMatchObject({ promotion: { region: 'eu-west-1' }, spec: { env: { A: '1' }, port: 0 } })
  })

  it('is not one because of promote-from in the file, which every run of the environment reads', async () => {
    expect(await read({}, FILE)).toMatchObject({ promotion: undefined, spec: { port: 8080 } })
  })

  it.each([
    [{ 'promote-from': 'staging', port: '80' }, 'port: not valid with promote-from: a promoted release brings its own'],
    [{ 'promote-from': 'staging', image: 'nginx' }, 'image: not valid with promote-from: a promoted release brings its own'],
    [{ 'promote-from': 'production' }, 'promote-from: got "production"; expected another environment'],
    [{ port: '80', release: 'c0ffee00-12345678' }, 'release: with command plan only valid together with promote-from in the same step'],
    [{ port: '80', 'promote-from-region': 'eu-west-1' }, 'promote-from-region: with command plan only valid together with promote-from'],
  ])('%j is wrong', async (inputs, words) => {
    await expect(read(inputs)).rejects.toThrow(words)
  })
})

describe('serviceOf', () => {
  it.each([
    ['acme/web', 'web'],
    ['acme/My_App.js', 'my-app-js'],
    ['acme/--x--', 'x'],
    [`acme/${'a'.repeat(39)}-b`, 'a'.repeat(39)],
    ['', ''],
  ])('%s is %s', (repository, service) => {
    expect(serviceOf(repository)).toBe(service)
  })
})
