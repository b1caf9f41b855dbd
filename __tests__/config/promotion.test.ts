import { describe, expect, it } from '@jest/globals'
import { parseConfig } from '../../src/config/file/config-file.ts'
import { readConfig } from '../fakes/read-config.ts'

/** Values that an input of a build takes. */
const BUILD = { platforms: 'linux/amd64', 'build-args': 'A=1', 'build-secrets': 'a=env:A', ssh: 'default', sbom: 'sbom.json' }
const GITHUB = { GITHUB_REPOSITORY: 'acme/My_App', GITHUB_SHA: 'a'.repeat(40), GITHUB_WORKSPACE: '/work' }

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
    expect(config).toMatchObject({ promotion: { region: 'eu-west-1' }, spec: { env: { A: '1' } } })
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
