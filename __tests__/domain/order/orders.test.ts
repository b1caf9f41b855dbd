import { describe, expect, it } from '@jest/globals'
import { canaryOrder } from '../../../src/domain/order/canary-order.ts'
import { deployOrder } from '../../../src/domain/order/deploy-order.ts'
import type { DeploySpec } from '../../../src/domain/order/deploy-order.ts'
import { hostOrder } from '../../../src/domain/order/order.ts'
import { releaseDocument } from '../../../src/domain/release/release-document.ts'
import { restartOrder } from '../../../src/domain/order/restart-order.ts'
import { rollbackOrder } from '../../../src/domain/order/rollback-order.ts'
import { parameterPath, recordName, serviceKey } from '../../../src/domain/service.ts'
import { aRelease, aSpec, DIGEST, SERVICE } from '../../fakes/samples.ts'

const image = {
  reference: `registry.example/web/production@${DIGEST}`,
  digest: DIGEST,
  login: 'registry.example',
  built: true,
  bytes: 1000,
}
const SPEC = { id: 'o-1', service: SERVICE, region: 'us-east-1', runUrl: 'https://x', token: 7 }
const HEAD = { id: 'o-1', service: 'web.production', region: 'us-east-1', runUrl: 'https://x', lockTimeout: 60, token: 7 }
const CUT_OVER = {
  ...{
    drainTimeout: 2.5,
    certificateTimeout: 60,
    keep: 3,
    proxyImage: { reference: 'caddy:2', given: true },
    ownRegistry: 'registry.example',
  },
  bake: { time: 1.5, maxErrorShare: 0.1 },
  network: { subnet: undefined, avoid: ['10.0.0.0/16'] },
}
const CUT_OVER_FIELDS = {
  ...{ drainTimeout: 2.5, certificateTimeout: 60, keep: 3, bake: { time: 1.5, minRequests: 20, maxErrorShare: 0.1 } },
  ...{ proxy: { image: 'caddy:2', login: '', given: true }, network: { subnet: null, avoid: ['10.0.0.0/16'] } },
}

function deploy(changes: Partial<DeploySpec> = {}) {
  return deployOrder({
    ...SPEC,
    ...CUT_OVER,
    release: aRelease(),
    image,
    canaryShare: undefined,
    vpc: [],
    leased: true,
    base: ['old'],
    hosts: 2,
    volumeData: ['each-host-its-own'],
    now: 1_790_000_000,
    seed: undefined,
    ...changes,
  })
}

describe('an order', () => {
  it('to deploy brings the release along', () => {
    const { login } = image
    expect(deploy()).toEqual({
      verb: 'deploy',
      ...HEAD,
      ...CUT_OVER_FIELDS,
      release: releaseDocument({ ...SPEC, release: aRelease(), login, vpc: [] }),
      ...{
        imageBytes: 1000,
        base: ['old'],
        leased: true,
        canary: null,
        hosts: 2,
        volumeData: ['each-host-its-own'],
        seed: null,
        releaseCommand: 'skip',
        now: 1_790_000_000,
      },
    })
  })

  it('to deploy runs the command of the release, if it has one and is not live already', () => {
    const spec = aSpec({ 'release-command': ['migrate'] })
    const release = { ...aRelease(), spec }
    expect(deploy({ release })).toMatchObject({ releaseCommand: 'run' })
    expect(deploy({ release, leased: false })).toMatchObject({ releaseCommand: 'skip' })
  })

  it('to deploy a preview brings its seed along', () => {
    const seed = { args: ['npm', 'run', 'seed'], timeout: 300 }
    expect(deploy({ seed })).toMatchObject({ seed })
  })

  it('to deploy a canary gives its share, and when the host ends it unattended', () => {
    expect(deploy({ canaryShare: 10 }).canary).toEqual({ share: 10, lease: 60 })
  })

  it('for a rollback or restart names a kept release, and brings one that the host lacks', () => {
    const base = ['*']
    expect(rollbackOrder({ ...SPEC, ...CUT_OVER, release: 'r1', base })).toEqual({
      ...{ verb: 'rollback', ...HEAD, ...CUT_OVER_FIELDS },
      ...{ release: 'r1', base, document: null },
    })
    const document = releaseDocument({
      ...SPEC,
      release: aRelease(),
      login: undefined,
      vpc: [],
    })
    expect(rollbackOrder({ ...SPEC, ...CUT_OVER, release: 'r1', base, document })).toMatchObject({ release: 'r1', document })
    expect(restartOrder({ ...SPEC, ...CUT_OVER, base })).toEqual({ verb: 'restart', ...HEAD, ...CUT_OVER_FIELDS, base })
  })

  it.each([
    [{ action: 'observe' }],
    [{ action: 'shift', step: 1, share: 50 }],
    [{ action: 'promote' }],
    [{ action: 'abort', cause: 'canary-slow', detail: 'p99' }],
  ] as const)('about a canary: %j', (action) => {
    expect(canaryOrder({ ...SPEC, canary: 'o-0', keep: 3, action })).toEqual({ verb: 'canary', ...HEAD, canary: 'o-0', keep: 3, ...action })
  })

  it('that only asks for the status has nothing else', () => {
    expect(hostOrder('status', SPEC)).toEqual({ verb: 'status', ...HEAD })
  })

  it.each([
    ['registry.example/caddy:2', 'registry.example'],
    ['123456789012.dkr.ecr.us-east-1.amazonaws.com/caddy:2', '123456789012.dkr.ecr.us-east-1.amazonaws.com'],
    ['caddy:2', ''],
  ])("lets the host log in for the proxy's image %s only if that is in ECR", (reference, login) => {
    expect(deploy({ proxyImage: { reference, given: false } }).proxy).toEqual({ image: reference, login, given: false })
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
})
