import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { deployPayload } from '../../src/domain/remote/deploy-payload.ts'
import type { DeployOrder } from '../../src/domain/remote/deploy-payload.ts'
import { releaseName } from '../../src/domain/release/release.ts'
import { payload, shell } from './shell.ts'

const HOSTILE = [
  '',
  ' leading and trailing ',
  'two\nlines\n',
  '\n',
  `quotes ' " and \\ backslash \\n`,
  '$(touch /tmp/pwned) `id` ${HOME} $((1+1))',
  'ünïcode 漢字 🚀',
  'a::b::error::c',
  '{{ ssm:parameter }} %s %n !history * ? [a-z] ~',
  "'; exit 3; '",
  '-e',
  'PAYLOAD',
  '\u0001\u001b[31m\u007f',
]

describe('a payload', () => {
  it('brings every value over as it is', () => {
    const pairs = [
      ...HOSTILE.map((value, index) => [`field${index}`, value] as const),
      ...HOSTILE.flatMap((value) => [['option', value] as const, ['arg', value] as const, ['secret', value] as const]),
    ]
    const code = `payload_read
for ((i = 0; i < $1; i++)); do printf '%s\\0' "\${FIELD[field$i]}"; done
printf '%s\\0' "\${OPTIONS[@]}" "\${ARGS[@]}" "\${SECRETS[@]}"`
    const { values, stderr } = shell(code, { stdin: payload(pairs), args: [String(HOSTILE.length)] })
    expect(stderr).toBe('')
    expect(values).toEqual([...HOSTILE, ...HOSTILE, ...HOSTILE, ...HOSTILE])
  })

  it('may be empty', () => {
    expect(shell('payload_read; printf "%s" "${#FIELD[@]}"', { stdin: '' }).stdout).toBe('0')
  })
})

const digest = `sha256:${'0a'.repeat(32)}`
const service = { name: 'web', environment: 'production' }
const run = {
  port: 3000,
  args: ['--flag', 'a b'],
  env: { A: 'x\'\n"' },
  secrets: { S: 'ssm:/x' },
  volumes: [],
  memoryBytes: undefined,
  cpus: undefined,
  user: undefined,
}
const health = { path: '/up?a=1', codes: '200-399', host: undefined, timeout: 60, interval: 0.5 }
const order: DeployOrder = {
  deployId: 'a1-B2',
  service,
  region: 'us-east-1',
  release: {
    name: releaseName('3f2a9c1d', digest, run, health, 80),
    digest,
    image: `registry:5000/web@${digest}`,
    commit: '3f2a9c1d',
    run,
    health,
    httpPort: 80,
  },
  image: { reference: `registry:5000/web@${digest}`, digest, login: 'registry:5000', built: true, bytes: 0 },
  proxyImage: 'public.ecr.aws/docker/library/caddy:2.11.7-alpine',
  drainTimeout: 30,
  bake: { time: 10, maxErrorShare: 0.1 },
  canaryShare: 10,
  canaryHeader: 'X-Canary',
  leased: true,
  keep: 3,
  base: '',
  migration: false,
  runUrl: 'https://github.com/o/r/actions/runs/1',
}

function check(pairs: readonly (readonly [string, string])[]): string {
  return shell('payload_read; payload_valid && printf valid || printf "%s" "$BAD_FIELD"', { stdin: payload(pairs) }).stdout
}

describe('the check of a payload', () => {
  it('takes what the action sends', () => {
    expect(check(deployPayload(order))).toBe('valid')
  })

  it.each([
    ['deploy_id', '../x'],
    ['service', '../x'],
    ['service', 'a/b'],
    ['service', ''],
    ['service', '-a'],
    ['release', '.hidden'],
    ['release', 'a b'],
    ['digest', 'sha256:abc'],
    ['image', '--privileged'],
    ['image', `other@sha256:${'b'.repeat(64)}`],
    ['login', 'a"b'],
    ['port', '80;id'],
    ['health_path', 'no-slash'],
    ['health_path', '/a b'],
    ['health_path', '/a\r\nX: y'],
    ['health_host', 'a\nb'],
    ['health_codes', '200-'],
    ['health_codes', 'a[$(id)]'],
    ['health_timeout', 'x'],
    ['drain_timeout', '1.5'],
    ['keep', '0'],
    ['proxy_server', '[]'],
    ['manifest', '{"a":\n1}'],
  ])('refuses %s = %j', (name, value) => {
    expect(check(deployPayload(order).map(([key, old]) => [key, key === name ? value : old] as const))).toBe(name)
  })

  it('is the first thing a deploy does, and its refusal is a result', () => {
    const verb = readFileSync(join(import.meta.dirname, '../../host/deploy.sh'), 'utf8')
    const { status, stdout } = shell(`${verb}\nmain`, { stdin: payload([['service', '../../etc']]) })
    expect(status).toBe(1)
    const result = JSON.parse(stdout.split('\n')[0] ?? '') as { outcome: string; cause: string; detail: string }
    expect(result).toMatchObject({ outcome: 'failed', cause: 'bad-payload' })
    expect(Buffer.from(result.detail, 'base64').toString()).toMatch(/field \w+ is missing or malformed/)
  })
})
