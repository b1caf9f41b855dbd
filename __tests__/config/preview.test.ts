import { describe, expect, it } from '@jest/globals'
import { readConfig } from '../fakes/read-config.ts'
import { parseConfig } from '../../src/config/file/config-file.ts'
import type { ConfigFile } from '../../src/config/file/config-file.ts'
import { BASE, HEAD, pullRequestEnv } from '../fakes/pull-request.ts'

const GITHUB = { GITHUB_SHA: 'c'.repeat(40), GITHUB_WORKSPACE: '/repo', AWS_REGION: 'us-east-1' }
const USUAL = { command: 'preview', port: '8080', 'instance-id': 'i-0123456789abcdef0', 'preview-domain': 'preview.example.com' }

type Texts = Readonly<Record<string, string | undefined>>

function read(inputs: Texts = {}, env: Texts = pullRequestEnv(), file?: ConfigFile) {
  const all: Texts = { ...USUAL, ...inputs }
  const given = Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  return readConfig({ ...GITHUB, GITHUB_REPOSITORY: 'acme/web', ...env, ...Object.fromEntries(given) }, file)
}

const byPort = { 'preview-domain': undefined, 'preview-port-range': '8000-8999' }
const ofFork = { event: 'pull_request_target', from: 'mallory/web' } as const

describe('command: preview', () => {
  it('makes an environment of the pull request, with a name', () => {
    const config = read()
    expect(config.service).toEqual({ name: 'web', environment: 'pr-12' })
    expect(config.spec.domains).toEqual(['pr-12.preview.example.com'])
    expect(config.image.repository).toBe('web/pr-12')
    expect(config.preview).toEqual({
      ...{ number: 12, repository: 'acme/web', repositoryId: '4711', act: 'serve', head: HEAD, base: BASE, onlyHead: false, limit: 10 },
    })
  })

  it('or with a port', () => {
    const config = read(byPort)
    expect(config.spec).toMatchObject({ domains: [], 'http-port': 8012 })
    expect(config.host.ports).toEqual([{ protocol: 'tcp', port: 8012 }])
  })

  it('removes it once the pull request is closed', () => {
    expect(read({}, pullRequestEnv({ action: 'closed' })).preview?.act).toBe('remove')
  })

  it('reads the part of the configuration file that previews share', async () => {
    const file = await parseConfig('f.yml', 'memory: 1g\nenvironments:\n  preview:\n    memory: 256m\n  production:\n    memory: 2g\n')
    expect(read({}, pullRequestEnv(), file).spec.memory).toBe(256 * 1024 * 1024)
  })

  it('has none of the names of other environments', async () => {
    const shared = 'domains: [shop.example.com]\nredirect-domains: [www.example.com]\n'
    const without = 'environments:\n  preview:\n    domains: []\n    redirect-domains: []\n'
    const [all, others] = await Promise.all([parseConfig('f.yml', shared), parseConfig('f.yml', shared + without)])
    expect(() => read({}, pullRequestEnv(), all)).toThrow('or set it only for other environments')
    expect(() => read(byPort, pullRequestEnv(), all)).toThrow('redirect-domains: is decided by preview-port-range')
    expect(read({}, pullRequestEnv(), others).spec).toMatchObject({ domains: ['pr-12.preview.example.com'], 'redirect-domains': [] })
    expect(read(byPort, pullRequestEnv(), others).spec).toMatchObject({ domains: [], 'http-port': 8012 })
  })

  it('names certificates like any other name', () => {
    expect(read({ tls: 'acme' }).spec).toMatchObject({ tls: 'acme', domains: ['pr-12.preview.example.com'] })
  })

  it.each([
    ['a fork', {}, pullRequestEnv({ from: 'mallory/web' }), 'comes from a fork'],
    [
      'a push to a fork after the label',
      { 'preview-label': 'preview', config: 'none' },
      pullRequestEnv({ ...ofFork, action: 'synchronize' }),
      'only when its label',
    ],
  ])('refuses %s before it looks at anything else', (_, inputs, env, reason) => {
    expect(() => read({ ...inputs, 'instance-id': undefined }, env)).toThrow(
      expect.objectContaining({ code: 'refused', message: expect.stringContaining(reason) }),
    )
  })

  it('serves only the commit that the label was set for', () => {
    const env = pullRequestEnv({ ...ofFork, action: 'labeled', label: 'preview' })
    expect(read({ 'preview-label': 'preview', config: 'none' }, env).preview).toMatchObject({ act: 'serve', onlyHead: true, head: HEAD })
  })

  it('sleeps after a time without a request, if that is set, and no other service does', () => {
    expect(read().spec['preview-sleep']).toBeUndefined()
    expect(read({ 'preview-sleep': '1h' }).spec['preview-sleep']).toBe(3600)
    expect(() => read({ 'preview-sleep': '5s' })).toThrow('preview-sleep: got "5s"')
    for (const command of ['deploy', 'plan', 'rollback'])
      expect(() => read({ ...byPort, command, 'preview-sleep': '1h', 'preview-port-range': undefined }, {})).toThrow(
        'preview-sleep: only valid with command preview',
      )
  })

  it('has a seed, with a time limit', () => {
    expect(read({ seed: 'npm\nrun\nseed' }).preview).toMatchObject({ seed: { args: ['npm', 'run', 'seed'], timeout: 300 } })
    expect(read({ seed: 'seed', 'seed-timeout': '30s' }).preview).toMatchObject({ seed: { args: ['seed'], timeout: 30 } })
    expect(read().preview).not.toHaveProperty('seed')
  })

  it.each([
    ['with a time limit of no seed', { 'seed-timeout': '30s' }, undefined, 'seed-timeout: has no effect without seed'],
    [
      'with a seed that has more time than the whole deploy',
      { seed: 'x', 'seed-timeout': '20m' },
      undefined,
      'must be shorter than deploy-timeout',
    ],
    ['outside of a pull request', {}, { GITHUB_EVENT_NAME: 'push' }, 'command: preview needs a run for a pull request'],
    ['without its host', { 'instance-id': undefined }, undefined, 'instance-id: missing'],
    ['without a place', { 'preview-domain': undefined }, undefined, 'set either preview-domain or preview-port-range'],
    ['with two places', { 'preview-port-range': '8000-8999' }, undefined, 'and not both'],
    ['with names of its own', { domains: 'shop.example.com' }, undefined, 'domains: is decided by preview-domain'],
    [
      'with other names for all previews',
      { 'redirect-domains': 'www.example.com' },
      undefined,
      'redirect-domains: is decided by preview-domain',
    ],
    [
      'with names on ports',
      { ...byPort, domains: 'shop.example.com' },
      undefined,
      'domains: is decided by preview-port-range; leave it out',
    ],
    [
      'with redirects on ports',
      { ...byPort, 'redirect-domains': 'www.example.com' },
      undefined,
      'redirect-domains: is decided by preview-port-range',
    ],
    ['with a port of its own', { ...byPort, 'http-port': '81' }, undefined, 'http-port: is decided by preview-port-range'],
    ['with HTTPS on ports', { ...byPort, tls: 'acme' }, undefined, 'tls: must be off with preview-port-range'],
    ['with a label that nobody would need', { 'preview-label': 'preview' }, undefined, 'preview-label: has no effect on pull_request'],
    ['with an environment', { environment: 'pr-12' }, undefined, 'environment: only valid with command'],
    ['with a range that is none', { ...byPort, 'preview-port-range': '9000-8000' }, undefined, 'preview-port-range: got "9000-8000"'],
    ['with a range of low ports', { ...byPort, 'preview-port-range': '1000-8000' }, undefined, 'preview-port-range: got "1000-8000"'],
    ['with a wildcard', { 'preview-domain': '*.example.com' }, undefined, 'preview-domain: got "*.example.com"'],
    [
      'with a file that the author of the pull request can write',
      { 'preview-label': 'preview' },
      pullRequestEnv({ ...ofFork, action: 'labeled', label: 'preview' }),
      'config: must be none',
    ],
  ])('is refused %s', (_, inputs, env, message) => {
    expect(() => read(inputs, env)).toThrow(message)
  })
})
