import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'

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
        '  port: missing; set it to the port that the application listens on, such as 8080, or to none for a worker without one',
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
    expect(read({ 'INPUT_VOLUME-SIZE': '16', 'INPUT_ELASTIC-IP': 'false', 'INPUT_SUBNET-IDS': '(left out)' })).toEqual([
      'volume-size',
      'elastic-ip',
    ])
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
