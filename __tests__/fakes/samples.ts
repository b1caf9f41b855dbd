import type { CanarySpec } from '../../src/domain/canary/judge.ts'
import type { Host, HostInput, HostSpec } from '../../src/domain/host/host.ts'
import { HOST_INPUTS } from '../../src/domain/host/host.ts'
import { placeOf } from '../../src/domain/release/route.ts'
import type { HostResult, ServiceStatus } from '../../src/domain/rollout/result.ts'
import type { Release } from '../../src/domain/release/release.ts'
import type { Attempt, ReleaseRecord } from '../../src/domain/release/record.ts'
import { specificationOf } from '../../src/domain/release/spec.ts'
import type { Specification } from '../../src/domain/release/spec.ts'

export const SERVICE = { name: 'web', environment: 'production' }
export const DIGEST = `sha256:${'d'.repeat(64)}`
/** The name of the host program. */
export const PROGRAM = '0123456789ab'
export const COMMIT = 'c0ffee00'.repeat(5)

export function aHost(changes: Partial<Host> = {}): Host {
  return {
    id: 'i-0123456789abcdef0',
    state: 'running',
    instanceType: 't3.small',
    architecture: 'x86_64',
    publicIp: '203.0.113.7',
    elasticIp: true,
    privateIp: '10.0.0.7',
    subnetId: 'subnet-1',
    vpcId: 'vpc-1',
    securityGroupIds: ['sg-1'],
    openPorts: [{ protocol: 'tcp', from: 80, to: 80 }],
    instanceProfile: 'host',
    spot: false,
    ami: 'ami-1',
    rootVolume: 'vol-1',
    volumeGiB: 16,
    hopLimit: 1,
    madeFor: SERVICE,
    replaces: undefined,
    ...changes,
  }
}

/** Where a spec has what an input asks for. */
const FIELDS = {
  'instance-type': 'instanceType',
  ami: 'ami',
  'volume-size': 'volumeGiB',
  'subnet-ids': 'subnetIds',
  'security-group-ids': 'securityGroupIds',
  'instance-profile': 'instanceProfile',
  'elastic-ip': 'elasticIp',
  capacity: 'capacity',
} as const satisfies Record<HostInput, keyof HostSpec>

/** What the changes name was asked for. */
export function aHostSpec(changes: Partial<HostSpec> = {}): HostSpec {
  return {
    service: SERVICE,
    instanceId: undefined,
    instances: 1,
    instanceType: 't3.small',
    ami: undefined,
    subnetIds: [],
    securityGroupIds: [],
    instanceProfile: undefined,
    volumeGiB: 16,
    elasticIp: true,
    capacity: 'on-demand',
    ports: [{ protocol: 'tcp', port: 80 }],
    allowReplacement: false,
    renew: false,
    asked: HOST_INPUTS.filter((input) => FIELDS[input] in changes),
    ...changes,
  }
}

/** As usual, on port 8080. */
export function aSpec(changes: Partial<Specification> = {}): Specification {
  return specificationOf({ port: 8080, ...changes })
}

export function aRelease(changes: Partial<Release> = {}): Release {
  return {
    name: 'c0ffee00-12345678',
    digest: DIGEST,
    image: `registry.example/web/production@${DIGEST}`,
    commit: COMMIT,
    spec: aSpec(),
    ...changes,
  }
}

export function anAttempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    release: 'c0ffee00-12345678',
    commit: COMMIT,
    outcome: 'deployed',
    cause: '',
    actor: 'ada',
    runUrl: 'https://github.com/acme/web/actions/runs/1',
    at: '2026-11-23T12:00:00.000Z',
    seconds: 12.3,
    ...changes,
  }
}

export function aHostResult(hostId: string, changes: Partial<HostResult> = {}): HostResult {
  return {
    hostId,
    outcome: 'deployed',
    rolledBack: false,
    served: undefined,
    cause: undefined,
    previous: '',
    serving: DIGEST,
    servingRelease: 'c0ffee00-12345678',
    looked: true,
    exitCode: undefined,
    healthCode: undefined,
    ports: [],
    detail: '',
    evidence: { logs: '', health: '', host: '' },
    canary: undefined,
    findings: [],
    secrets: {},
    volumes: [],
    steps: [],
    ...changes,
  }
}

export function aRecord(changes: Partial<ReleaseRecord> = {}): ReleaseRecord {
  return {
    schema: 1,
    service: 'web',
    environment: 'production',
    release: 'c0ffee00-12345678',
    digest: DIGEST,
    image: `registry.example/web/production@${DIGEST}`,
    login: 'registry.example',
    commit: COMMIT,
    previousRelease: '',
    previousCommit: '',
    hostId: 'i-0123456789abcdef0',
    route: placeOf(aSpec()),
    actor: 'ada',
    runUrl: 'https://github.com/acme/web/actions/runs/1',
    deployedAt: '2026-11-23T12:00:00.000Z',
    migration: false,
    blocked: [],
    attempt: anAttempt(),
    ...changes,
  }
}

/** A service on a host that serves nothing unusual. */
export function aServiceStatus(changes: Partial<ServiceStatus> = {}): ServiceStatus {
  return {
    service: 'web.production',
    release: 'r1',
    serving: DIGEST,
    running: true,
    asleep: false,
    unwoken: null,
    healthy: true,
    healthcheck: '',
    startedAt: '',
    releases: [],
    drift: [],
    volumes: [],
    certificates: [],
    traffic: null,
    canary: null,
    ...changes,
  }
}

/** What a canary has to show; without changes, it gets a tenth of the requests for a minute. */
export function aCanarySpec(changes: Partial<CanarySpec> = {}): CanarySpec {
  return {
    steps: [{ share: 10, time: 60 }],
    maxErrorShare: 0.1,
    maxLatency: undefined,
    minRequests: 50,
    inconclusive: 'rollback',
    pause: { limit: 1800, end: 'abort' },
    dryRun: false,
    ...changes,
  }
}
