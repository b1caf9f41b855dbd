import { describe, expect, it } from '@jest/globals'
import { deployPayload } from '../../../src/domain/remote/deploy-payload.ts'
import { proxyServer } from '../../../src/domain/remote/proxy.ts'
import { roleName } from '../../../src/domain/host/role-name.ts'
import { parameterPath, recordName, serviceKey } from '../../../src/domain/service.ts'
import { aRelease, aRun, COMMIT, DIGEST, SERVICE } from '../../fakes/samples.ts'

const image = { reference: `registry.example/web@${DIGEST}`, digest: DIGEST, login: 'registry.example', built: true, bytes: 1000 }

function payload(changes: Partial<Parameters<typeof deployPayload>[0]> = {}) {
  return deployPayload({
    deployId: 'd-1',
    service: SERVICE,
    region: 'us-east-1',
    release: aRelease(),
    image,
    proxyImage: 'public.ecr.aws/caddy:1',
    drainTimeout: 2.5,
    bake: { time: 1.5, maxErrorShare: 0.1 },
    canaryShare: undefined,
    canaryHeader: 'X-Canary',
    leased: true,
    keep: 3,
    base: '',
    migration: false,
    runUrl: 'https://x',
    ...changes,
  })
}

describe('deployPayload', () => {
  it('tells the host everything as pairs', () => {
    const fields = Object.fromEntries(payload())
    expect(fields).toMatchObject({
      service: 'web.production',
      digest: DIGEST,
      login: 'registry.example',
      proxy_login: '',
      drain_timeout: '3',
      health_host: '',
      health_interval: '1',
      http_port: '80',
    })
    expect(JSON.parse(fields['proxy_server'] ?? '')).toEqual(proxyServer(SERVICE, 80, 'X-Canary'))
    expect(JSON.parse(fields['manifest'] ?? '')).toMatchObject({
      schema: 1,
      release: 'c0ffee00-12345678',
      commit: COMMIT,
      migration: false,
    })
  })

  it('carries values as they are, and lists by repeating their name', () => {
    const run = aRun({ args: ['a b', '$(id)'], secrets: { TOKEN: 'ssm:/t', KEY: 'secretsmanager:k#x' } })
    const pairs = payload({ release: aRelease({ run }) })
    expect(pairs.filter(([name]) => name === 'arg').map(([, value]) => value)).toEqual(['a b', '$(id)'])
    expect(pairs.filter(([name]) => name === 'secret').map(([, value]) => value)).toEqual(['TOKEN=ssm:/t', 'KEY=secretsmanager:k#x'])
  })

  it('logs in for the proxy only where its image lies in ECR', () => {
    const login = (proxyImage: string) => Object.fromEntries(payload({ proxyImage }))['proxy_login']
    expect(login('registry.example/caddy:2')).toBe('registry.example')
    expect(login('123456789012.dkr.ecr.us-east-1.amazonaws.com/caddy:2')).toBe('123456789012.dkr.ecr.us-east-1.amazonaws.com')
    expect(login('caddy:2')).toBe('')
  })
})

describe('names of a service', () => {
  it('are', () => {
    expect([serviceKey(SERVICE), parameterPath(SERVICE), recordName(SERVICE)]).toEqual([
      'web.production',
      '/docker-to-ec2/web/production',
      '/docker-to-ec2/web/production/release',
    ])
  })

  it('of roles stay within 64 characters and apart', () => {
    const long = { name: 'a'.repeat(40), environment: 'b'.repeat(40) }
    expect(roleName(SERVICE, 'us-east-1')).toBe('docker-to-ec2-web-production-us-east-1')
    expect(roleName(long, 'us-east-1')).toHaveLength(64)
    expect(roleName(long, 'us-east-1')).not.toBe(roleName(long, 'us-east-2'))
  })
})
