import { describe, expect, it } from '@jest/globals'
import { checkInputs } from '../../src/config/check-inputs.ts'
import { toConfig } from '../../src/config/config.ts'
import type { Config } from '../../src/config/config.ts'
import { parseConfig } from '../../src/config/file/config-file.ts'
import { given } from '../../src/config/given.ts'
import { pullRequestEnv } from '../fakes/pull-request.ts'
import { readJob } from '../fakes/read-config.ts'

const GITHUB = { GITHUB_REPOSITORY: 'acme/web', GITHUB_SHA: 'c'.repeat(40), GITHUB_WORKSPACE: '/repo', AWS_REGION: 'us-east-1' }
const CLOSED = pullRequestEnv({ action: 'closed' })

type Texts = Readonly<Record<string, string>>

async function read(
  inputs: Texts,
  { env: more = {}, file: text = '' }: { readonly env?: NodeJS.ProcessEnv; readonly file?: string } = {},
): Promise<Config & { readonly unused: readonly string[] }> {
  const passed = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const env = { ...GITHUB, ...more, ...Object.fromEntries(passed) }
  const [job, file] = [readJob(env), text === '' ? undefined : await parseConfig('f.yml', text)]
  const checked = checkInputs({ env, job, file, given })
  return { ...toConfig(checked, env, job), unused: checked.unused }
}

const PREVIEW = { command: 'preview', port: '8080', 'instance-id': 'i-0123456789abcdef0', 'preview-domain': 'preview.example.com' }

describe('the end of a pull request', () => {
  it.each<[string, Texts]>([
    ['health-timeout: got "soon"', { 'health-timeout': 'soon' }],
    ['preview-domain: got "*.example.com"', { 'preview-domain': '*.example.com' }],
    ['preview-domain: set either preview-domain or preview-port-range', { 'preview-port-range': '8000-8999' }],
    ['instance-id: got "host"', { 'instance-id': 'host' }],
    ['instance-id: missing', { 'instance-id': '' }],
    ['seed-timeout: has no effect without seed', { 'seed-timeout': '30s' }],
    ['port: missing', { port: '' }],
    ['memroy: no such input; did you mean `memory`?', { memroy: '1g' }],
    ['allow-from: got nothing', { 'allow-from': '' }],
    ['build-secrets: npm: the variable NPM_TOKEN is empty', { 'build-secrets': 'npm=env:NPM_TOKEN' }],
    ['tls: must be off with preview-port-range', { 'preview-domain': '', 'preview-port-range': '8000-8999', tls: 'acme' }],
    ['promote-from: only valid with command', { 'promote-from': 'staging' }],
  ])('removes its preview although %s', async (problem, inputs) => {
    await expect(read({ ...PREVIEW, ...inputs }, { env: pullRequestEnv() })).rejects.toThrow(problem)
    const config = await read({ ...PREVIEW, ...inputs }, { env: CLOSED })
    expect(config.preview?.act).toBe('remove')
    expect(config.service).toEqual({ name: 'web', environment: 'pr-12' })
    expect(config.unused).toContainEqual(expect.stringContaining(problem))
    expect(config.spec['health-timeout']).toBe(60)
  })

  it.each<[string, Texts]>([
    ['service: got "Web"', { service: 'Web' }],
    ['aws-region: got "here"', { 'aws-region': 'here' }],
    ['account-id: got nothing', { 'account-id': '' }],
    ['role-to-assume: got "deploy"', { 'role-to-assume': 'deploy' }],
    ['regoin: no such input; did you mean `aws-region`?', { 'aws-regoin': 'us-east-1' }],
    ['hosted-zone-id: got', { 'hosted-zone-id': 'zone_1' }],
  ])('is refused if it does not say what to remove, or where: %s', async (problem, inputs) => {
    const words = problem.replace('regoin', 'aws-regoin')
    await expect(read({ ...PREVIEW, ...inputs }, { env: CLOSED })).rejects.toThrow(words)
  })

  it('does not read a file that its author can write', async () => {
    const env = pullRequestEnv({ event: 'pull_request_target', from: 'mallory/web', action: 'closed' })
    await expect(read(PREVIEW, { env })).rejects.toThrow('config: must be none')
  })
})

const FILE = 'memory: much\nenvironments:\n  staging:\n    service: Web\n    volume-data: gone\n'

describe.each([
  ['destroy', { command: 'destroy' }, {}],
  ['sweep', { command: 'sweep' }, {}],
  ['the end of a pull request', PREVIEW, CLOSED],
])('%s', (_, inputs, env) => {
  it('needs only what it uses of a file that all commands share', async () => {
    const config = await read(inputs, { env, file: FILE })
    expect(config.unused).toHaveLength(3)
    expect(config.unused).toContainEqual(expect.stringMatching(/^f\.yml:1:9: memory: got "much"/))
    expect(config.spec.memory).toBeUndefined()
    await expect(read({ ...inputs, command: 'deploy' }, { file: FILE })).rejects.toThrow('memory')
  })

  it('is refused if the file cannot be read, or what it uses is wrong there', async () => {
    for (const file of ['service: [', 'service: Web', 'environments: []', 'servise: web', 'role-duration: never'])
      await expect(read(inputs, { env, file })).rejects.toMatchObject({ code: 'inputs' })
  })
})

describe('a removal with a step of its own', () => {
  it.each([
    ['destroy', 'memory', 'only valid with command'],
    ['destroy', 'memroy', 'no such input'],
    ['sweep', 'preview-limit', 'only valid with command'],
  ])('%s refuses %s in the step', async (command, name, words) => {
    await expect(read({ command, [name]: '1' })).rejects.toThrow(`${name}: ${words}`)
  })

  it('destroys nothing by a name of which nobody knows what it means', async () => {
    await expect(read({ command: 'destroy' }, { file: 'application: shop' })).rejects.toThrow('application: no such input')
    expect((await read({ command: 'destroy' }, { file: 'memroy: 1g' })).unused).toHaveLength(1)
  })

  it('uses the part of its own environment', async () => {
    await expect(read({ command: 'destroy', environment: 'staging' }, { file: FILE })).rejects.toThrow('environments.staging.service')
  })
})
