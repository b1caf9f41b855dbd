import type { StepTime } from '../../src/ports/github/progress.ts'
import { createHash } from 'node:crypto'
import { readConfig } from '../../src/config/config.ts'
import { DeployError } from '../../src/errors.ts'
import type { Context } from '../../src/context.ts'
import type { CaaRecord } from '../../src/domain/dns/authority.ts'
import { AS_COMMITTED } from '../../src/domain/image/build-files.ts'
import type { Candidate, Checked } from '../../src/domain/provenance/attestation.ts'
import type { Scan } from '../../src/domain/image/scan.ts'
import type { BuildContent } from '../../src/domain/image/build-files.ts'
import type { Agent } from '../../src/domain/host/agent-diagnosis.ts'
import { isOwn } from '../../src/domain/host/host.ts'
import type { Host, LaunchSpec } from '../../src/domain/host/host.ts'
import type { PastDeployments } from '../../src/domain/metrics/deployed.ts'
import type { Incident } from '../../src/domain/metrics/outages.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
import { ofService } from '../../src/domain/release/record.ts'
import { recordName, serviceKey } from '../../src/domain/service.ts'
import type { Service } from '../../src/domain/service.ts'
import type { CurrentVersion } from '../../src/domain/release/secret-changes.ts'
import type { Volume } from '../../src/domain/data/volumes.ts'
import type { AlarmState } from '../../src/domain/rollout/alarms.ts'
import type { PullRequest } from '../../src/domain/preview/preview.ts'
import type { Waiter } from '../../src/domain/lease/queue.ts'
import { leasePermit } from '../../src/steps/lease/permit.ts'
import type { TaggedRelease } from '../../src/ports/github/releases.ts'
import type { Section } from '../../src/domain/version/notes.ts'
import type { Comparison, Since } from '../../src/domain/commits.ts'
import type { Tag } from '../../src/domain/version/version-tags.ts'
import type { Launch } from '../../src/ports/hosts/hosts.ts'
import type { Asked } from '../../src/ports/hosts/status-query.ts'
import type { RemoteAnswer, RemoteCommand } from '../../src/ports/hosts/remote.ts'
import { documentIn } from './orders.ts'
import { portWords } from '../../src/domain/open-ports.ts'
import { storedPrices } from '../../src/adapters/prices/stored-prices.ts'
import { aHost, COMMIT, DIGEST } from './samples.ts'
import { overUsual } from './usual.ts'
import { fakeLease, fakeQueue, fakeShared, recordOf } from './lease.ts'
import type { Holding } from './lease.ts'
import type { Lookup } from '../../src/ports/dns/lookups.ts'
import { fakeZones } from './zones.ts'
import type { FakeZones } from './zones.ts'
import { virtualClock } from './clock.ts'
import type { VirtualClock } from './clock.ts'

/** A small world behind the ports: it records what is done to it, and time passes only in `sleep`. */
export interface World {
  readonly ctx: Context
  readonly hosts: Host[]
  readonly records: ReleaseRecord[]
  /** Services whose record is damaged. */
  readonly unreadable: Service[]
  /** Tag -> digest. */
  readonly images: Map<string, string>
  /** How the files of a build differ from the commit. */
  content: BuildContent | undefined
  /** What was done, in order, one line each. */
  readonly done: string[]
  readonly sent: RemoteCommand[]
  readonly log: string[]
  /** Steps that the run reported from elsewhere. */
  readonly took: StepTime[]
  readonly cancel: AbortController
  readonly clock: VirtualClock
  /** How many polls of the agent find it offline first. */
  agentNeeds: number
  /** Results of launches, in order; later launches succeed. */
  readonly launches: Exclude<Launch, { kind: 'launched' }>[]
  /** The hosts that got the host program, for each time. */
  readonly brought: (readonly string[])[]
  /** A host's answer to the host program. */
  takes: (hostId: string) => Partial<RemoteAnswer>
  /** A host's answer to a command. */
  answer: (command: RemoteCommand, hostId: string) => Partial<RemoteAnswer>
  /** Digest -> text of the artifacts beside images. */
  readonly artifacts: Map<string, string>
  /** The attestations of each image, and the result of checking each text. */
  readonly attestations: Candidate[]
  checks: (text: string) => Checked
  /** The findings of the registry's scans, by digest. */
  scan: (digest: string) => Scan
  /** The answers of the SSM status document; default: there is none. */
  asked: Asked
  buildFails: Error | undefined
  tagFails: Error | undefined
  /** Whether others can push to the repository. */
  repositoryTaken: boolean
  routesFail: Error | undefined
  /** Comments on pull requests. */
  readonly comments: { number: number; marker: string; body: string }[]
  commentFails: Error | undefined
  /** Issues with the label of incidents. */
  readonly incidents: Incident[]
  incidentsFail: Error | undefined
  /** What was written for later steps, by path. */
  readonly files: Map<string, string>
  /** Environments whose record the role may not read the history of. */
  readonly denied: Set<string>
  /** Pull requests that are not open at the commit of the run, or why GitHub does not tell. */
  requests: ReadonlyMap<number, Partial<PullRequest>> | Error
  /** The service's Elastic IPs. */
  addresses: readonly string[]
  /** Current versions of secrets, by reference; default: version 1. */
  readonly secrets: Map<string, CurrentVersion>
  /** Where names lead, for each look; default: unknown. */
  leads: (name: string) => Lookup
  /** CAA records. */
  caa: readonly CaaRecord[]
  /** Route 53. */
  readonly dns: FakeZones
  /** Updates of deployments on GitHub, a line each. */
  readonly deployments: string[]
  /** GitHub's deployments from before the records, or why it does not tell. */
  past: PastDeployments | Error
  /** How the commit relates to the live one. */
  relation: Comparison['relation']
  /** What CloudWatch says of alarms. */
  alarms: (names: readonly string[]) => ReadonlyMap<string, AlarmState>
  /** Release notes. */
  readonly releases: (TaggedRelease & Section & { readonly keep: boolean })[]
  releaseFails: Error | undefined
  /** What commits announce since one of them; `undefined`: GitHub does not know. */
  since: (base: string) => Since | undefined
  /** Tags of the repository. */
  tags: readonly Tag[] | undefined
  /** The lease holder. */
  readonly holders: Holding[]
  /** Other runs in the queue. */
  readonly waiting: Waiter[]
}

const GITHUB = {
  GITHUB_REPOSITORY: 'acme/web',
  GITHUB_SHA: COMMIT,
  GITHUB_ACTOR: 'ada',
  GITHUB_RUN_ID: '7',
  GITHUB_WORKSPACE: '/work',
  AWS_REGION: 'us-east-1',
}

/** `inputs`: as in the `with:` block. */
export function aWorld(inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string>> = {}): World {
  const given = Object.entries(overUsual({ port: '8080' }, inputs)).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  const config = readConfig({ ...GITHUB, ...env, ...Object.fromEntries(given) })
  const cancel = new AbortController()
  const done: string[] = []
  const world: World = {
    ctx: undefined as unknown as Context,
    hosts: [],
    records: [],
    unreadable: [],
    images: new Map(),
    content: AS_COMMITTED,
    done,
    dns: fakeZones(done),
    leads: () => ({ kind: 'unknown', reason: 'no resolver answers' }),
    caa: [],
    sent: [],
    log: [],
    took: [],
    cancel,
    clock: virtualClock(cancel.signal),
    agentNeeds: 0,
    launches: [],
    brought: [],
    takes: () => ({}),
    answer: usualAnswer,
    artifacts: new Map(),
    attestations: [],
    checks: () => ({ kind: 'invalid', reason: 'no signature' }),
    scan: () => ({ kind: 'none', reason: 'ECR has no scan of it' }),
    asked: { kind: 'not-asked', reason: 'there is no document' },
    buildFails: undefined,
    tagFails: undefined,
    repositoryTaken: false,
    routesFail: undefined,
    comments: [],
    commentFails: undefined,
    incidents: [],
    incidentsFail: undefined,
    files: new Map(),
    denied: new Set(),
    requests: new Map(),
    addresses: [],
    secrets: new Map(),
    deployments: [],
    past: { deployments: [], complete: true },
    relation: 'ahead',
    alarms: (names) => new Map(names.map((name) => [name, { state: 'OK', reason: '' }])),
    releases: [],
    releaseFails: undefined,
    since: () => undefined,
    tags: [],
    holders: [],
    waiting: [],
  }
  return Object.assign(world, { ctx: contextOf(world, config) })
}

/** A host that stores nothing, and obeys. */
function usualAnswer(command: RemoteCommand): Partial<RemoteAnswer> {
  return command.order.verb === 'status' ? keeping([]) : deployedAnswer(command)
}

/** A host's answer about the service's volumes, and about other services by their keys. */
export function keeping(
  volumes: readonly (Volume & { readonly bytes: number | null })[],
  others: readonly string[] = [],
): Partial<RemoteAnswer> {
  const service = {
    service: 'web.production',
    release: 'old',
    serving: '',
    running: true,
    healthy: true,
    startedAt: '',
    releases: [],
    volumes,
  }
  return { stdout: JSON.stringify({ outcome: 'status', services: [service], others, docker: '28.0', diskFreeBytes: 1 }) }
}

/** The name of the host program. */
export const PROGRAM = '0123456789ab'

function answered(hostId: string): RemoteAnswer {
  return { hostId, status: 'succeeded', stdout: '', stderr: '', commandId: 'c-1', seconds: undefined }
}

/** The host carried out the order. */
export function deployedAnswer(command: RemoteCommand): Partial<RemoteAnswer> {
  const { name, digest } = documentIn(command)
  const result = { outcome: 'deployed', previous: 'before', serving: digest, servingRelease: name }
  return { status: 'succeeded', stdout: `${JSON.stringify(result)}\nthe log\n` }
}

function contextOf(world: World, config: Context['config']): Context {
  const { done, hosts, records, images } = world
  const addresses = new Set<string>()
  let ids = 0
  const ctx: Omit<Context, 'source'> = {
    config,
    signal: world.cancel.signal,
    newId: () => `id-${(ids += 1)}`,
    clock: world.clock,
    permit: leasePermit(world.clock),
    token: 0,
    lease: fakeLease(world.holders, () => world.clock.now()),
    queue: fakeQueue(world.waiting),
    steering: fakeShared(),
    alarms: { states: async (names) => world.alarms(names) },
    progress: {
      step: async (name, work) => {
        world.log.push(`[${name}]`)
        return work()
      },
      info: (line) => void world.log.push(line),
      warn: (line) => void world.log.push(`warning: ${line}`),
      fail: (message) => void world.log.push(message),
      waiting: (what) => void world.log.push(`waiting for ${what}`),
      took: (steps) => void world.took.push(...steps),
      steps: () => [...world.took],
    },
    accountId: '123456789012',
    hosts: {
      find: async (service) => hosts.filter((host) => isOwn(host, service)),
      get: async (id) => hosts.find((host) => host.id === id),
      volumeSizes: async (volumes) => new Map(volumes.map((volume) => [volume, 16])),
      launch: async (spec) => world.launches.shift() ?? { kind: 'launched', host: launched(world, spec) },
      start: async (id) => {
        done.push(`start ${id}`)
        replaceHost(hosts, id, { state: 'running' })
      },
      stop: async ({ id }) => {
        done.push(`stop ${id}`)
        replaceHost(hosts, id, { state: 'stopped', ...(hosts.find((host) => host.id === id)?.elasticIp ? {} : { publicIp: undefined }) })
      },
      terminate: async ({ id }) => {
        done.push(`terminate ${id}`)
        const at = hosts.findIndex((host) => host.id === id)
        if (at >= 0) hosts.splice(at, 1)
      },
      state: async (id) => {
        if (hosts.find((host) => host.id === id)?.state === 'pending') replaceHost(hosts, id, { state: 'running' })
        return hosts.find((host) => host.id === id)?.state ?? 'terminated'
      },
    },
    catalog: {
      architectureOf: async (type) => (type.includes('g.') ? 'arm64' : 'x86_64'),
      defaultAmi: async (architecture) => `ami-${architecture}`,
      describeAmi: async (ami) => ({ architecture: ami.includes('arm') ? 'arm64' : 'x86_64', rootDevice: '/dev/xvda' }),
    },
    quotas: {
      vcpusOf: async () => 2,
      vcpus: async () => ({ quota: 32, used: 2 }),
      addresses: async () => ({ quota: 5, used: 1 }),
    },
    permissions: {
      launch: async () => ({ action: 'ec2:RunInstances', kind: 'allowed' }),
      createSecurityGroup: async () => ({ action: 'ec2:CreateSecurityGroup', kind: 'allowed' }),
      allocateAddress: async () => ({ action: 'ec2:AllocateAddress', kind: 'allowed' }),
      simulate: async (rights) => rights.map(({ action }) => ({ action, kind: 'allowed' })),
    },
    prices: storedPrices(),
    networks: {
      subnets: async () => ['a', 'b'].map((zone) => ({ id: `subnet-${zone}`, vpcId: 'vpc-1', zone: `us-east-1${zone}` })),
      ensureSecurityGroup: async (_, vpc, ports) => {
        done.push(`open ${ports.map(({ port }) => port).join(', ')} in ${vpc}`)
        return 'sg-own'
      },
      closePorts: async (_, needed) => {
        done.push(`close all but ${portWords(needed)}`)
        return []
      },
      ensureAddress: async (_, hostId) => {
        done.push(`address ${hostId}`)
        const publicIp = `203.0.113.${9 + addresses.size}`
        addresses.add(hostId)
        replaceHost(hosts, hostId, { publicIp })
        return publicIp
      },
      own: async () => ({ addresses: world.addresses, securityGroup: undefined }),
      removeSecurityGroups: async () => ['sg-own'],
      releaseAddresses: async () => {
        done.push('release addresses')
        return ['203.0.113.9']
      },
    },
    vpcs: {
      addresses: async () => {
        if (world.routesFail) throw world.routesFail
        return { own: ['10.0.0.0/16', 'fd00:1::/56'], reachable: ['10.0.0.0/16', '10.9.0.0/16'] }
      },
      withoutWayOut: async () => [],
    },
    zones: world.dns.port,
    lookups: { addresses: async (name) => world.leads(name), caaRecords: async () => world.caa },
    hostRoles: {
      ensure: async ({ repositories }) => {
        done.push(`role for ${repositories.join(' ')}`)
        return { profile: 'own-profile', lacks: [] }
      },
      find: async () => undefined,
      remove: async () => ['role own'],
    },
    repositories: {
      find: async (_, tag) => {
        const digest = images.get(tag)
        return digest === undefined ? { kind: 'no-image' } : { kind: 'image', digest }
      },
      newest: async (_, all) => {
        const tag = all.findLast((one) => images.has(one))
        return tag === undefined ? { kind: 'no-image' } : { kind: 'image', tag, digest: images.get(tag) ?? '' }
      },
      tags: async (_, digest) => [...images].flatMap(([tag, tagged]) => (tagged === digest ? [tag] : [])),
      ensure: async (name) => void done.push(`repository ${name}`),
      assertOwn: async (name) => {
        if (world.repositoryTaken) throw new DeployError('repository-taken', `The repository ${name} is not tagged`)
      },
      credentials: async () => ({ registry: 'registry.example', username: 'AWS', password: 'token' }),
      untag: async (_, tag) => images.delete(tag),
      remove: async () => true,
    },
    registry: {
      inspect: async ({ digest }) => ({ digest: digest ?? DIGEST, platforms: ['linux/amd64', 'linux/arm64'], bytes: 1000 }),
      tag: async ({ digest = DIGEST }, tag) => {
        if (world.tagFails) throw world.tagFails
        images.set(tag, digest)
      },
      copy: async (from, to) => {
        done.push(`copy ${from.image.registry}/${from.image.repository} to ${to.image.registry}/${to.image.repository}:${to.image.tag}`)
        return { sent: 2, mounted: 0, there: 1, bytes: 1000 }
      },
    },
    artifacts: {
      put: async ({ tag, text }) => {
        const digest = `sha256:${createHash('sha256').update(tag).digest('hex')}`
        // Describing an image runs in parallel with everything else.
        if (!world.artifacts.has(digest) && tag.startsWith('release-')) done.push(`keep ${tag.slice(0, -9)}`)
        world.artifacts.set(digest, text)
        return { kind: 'kept', digest }
      },
      read: async ({ digest = '' }) => world.artifacts.get(digest),
    },
    attestations: {
      manifest: async () => '{}',
      inRegistry: async () =>
        (async function* () {
          yield world.attestations
        })(),
      onGithub: async () => [],
    },
    bundleVerifier: { check: async (text) => world.checks(text) },
    scans: { find: async (_, digest) => world.scan(digest) },
    statusQuery: {
      ask: async (service, hostIds) => {
        done.push(`ask ${hostIds.join(' ')} of ${service.environment}`)
        return world.asked
      },
    },
    builder: {
      buildAndPush: async ({ tag, platforms }) => {
        if (world.buildFails) throw world.buildFails
        done.push(`build ${platforms.join()}`)
        images.set(tag, DIGEST)
        return { digest: DIGEST, materials: [] }
      },
    },
    checkout: {
      head: async () => ({ kind: 'commit', id: config.job.commit }),
      committedAt: async () => new Date('2026-01-02T03:04:05Z'),
      readme: async () => 'README.md',
      dockerfile: async () => 'FROM scratch',
      content: async () => world.content,
      sbom: async () => ({ text: '{}', type: 'application/spdx+json' }),
    },
    remote: {
      agents: async (ids): Promise<Agent[]> => {
        const kind = (world.agentNeeds -= 1) < 0 ? 'online' : 'unknown'
        return ids.map(() => ({ kind }))
      },
      run: async (command) => {
        world.sent.push(command)
        done.push(`${command.order.verb} on ${command.hostIds.join(' ')}`)
        return command.hostIds.map((hostId) => {
          return { ...answered(hostId), ...world.answer(command, hostId) }
        })
      },
      program: async () => PROGRAM,
      bring: async (hostIds) => {
        world.brought.push(hostIds)
        return hostIds.map((hostId) => ({ ...answered(hostId), ...world.takes(hostId) }))
      },
    },
    secretVersions: {
      current: async (sources) => new Map(sources.map((source) => [source, world.secrets.get(source) ?? { version: '1' }])),
    },
    records: {
      read: async (service) => {
        if (world.unreadable.some((one) => serviceKey(one) === serviceKey(service)))
          throw new DeployError('record-unreadable', `${recordName(service)} cannot be read`)
        return recordOf(records, service)
      },
      write: async (record) => {
        done.push(`record ${record.release}`)
        records.unshift(record)
        return true
      },
      history: async (service, count) => {
        if (world.denied.has(service.environment)) throw new DeployError('not-allowed', 'ssm:GetParameterHistory is denied')
        return records.filter((record) => ofService(record, service)).slice(0, count)
      },
      list: async () => ({
        records: records.filter(
          ({ service: name, environment }, at) => records.findIndex((one) => ofService(one, { name, environment })) === at,
        ),
        unreadable: world.unreadable,
      }),
      remove: async () => ['/docker-to-ec2/web/production/release'],
    },
    incidents: {
      labelled: async (label, since) => {
        if (world.incidentsFail) throw world.incidentsFail
        done.push(`issues with ${label} since ${new Date(since).toISOString()}`)
        return world.incidents
      },
    },
    resultFiles: {
      write: async (folder, files) => void Object.entries(files).map(([path, text]) => world.files.set(`${folder}/${path}`, text)),
    },
    environments: {
      rules: async () => ({ reviewers: ['ada'], selfReview: false, waitMinutes: 0, branches: { kind: 'named', patterns: ['main'] } }),
    },
    // Tests of comments use GitHub's stand-in.
    conversation: {
      comment: noGitHub,
      permissionOf: noGitHub,
      pullRequest: noGitHub,
      lastPush: noGitHub,
      reviews: noGitHub,
      react: noGitHub,
    },
    comments: {
      put: async (number, marker, body) => {
        if (world.commentFails) throw world.commentFails
        world.comments.push({ number, marker, body })
        return `https://github.com/acme/web/pull/${number}#issuecomment-1`
      },
    },
    deployment: {
      start: ({ command, release, version, digest }) => void world.deployments.push(`${command} ${release} ${version} ${digest}`),
      end: async ({ outcome }, url) => void world.deployments.push(`${outcome} ${url}`),
      removed: async ({ name, environment }) => void world.deployments.push(`removed ${name} ${environment}`),
    },
    deploymentHistory: {
      within: async () => {
        if (world.past instanceof Error) throw world.past
        return world.past
      },
    },
    releases: {
      put: async (release, section, keep) => {
        if (world.releaseFails) throw world.releaseFails
        world.releases.push({ ...release, ...section, keep })
        return `https://github.com/acme/web/releases/tag/${release.tag}`
      },
    },
    commits: {
      compare: async () => ({ relation: world.relation, commits: [{ sha: COMMIT, title: 'Change', author: 'ada' }] }),
      since: async (base) => world.since(base),
      tags: async () => world.tags,
    },
    pullRequests: {
      read: async (number) => {
        if (world.requests instanceof Error) throw world.requests
        return { state: 'open', head: config.preview?.act === 'serve' ? config.preview.head : COMMIT, ...world.requests.get(number) }
      },
    },
    postCleanup: {
      note: (kind) => void done.push(`note the ${kind} for the post phase`),
      forget: (kind) => void done.push(`forget the ${kind}`),
    },
  }
  return { ...ctx, source: ctx }
}

async function noGitHub(): Promise<never> {
  throw new Error('there is no GitHub here')
}

function launched({ hosts, done }: World, spec: LaunchSpec): Host {
  const host = aHost({
    id: `i-new${hosts.length}`,
    subnetId: spec.subnetId,
    state: 'pending',
    instanceType: spec.instanceType,
    publicIp: undefined,
    replaces: spec.replaces,
    spot: spec.spot,
    instanceProfile: spec.instanceProfile,
  })
  done.push(`launch ${spec.spot ? 'spot ' : ''}${spec.instanceType} in ${spec.subnetId} of ${spec.ami}`)
  hosts.push(host)
  return host
}

function replaceHost(hosts: Host[], id: string, changes: Partial<Host>): void {
  const at = hosts.findIndex((host) => host.id === id)
  const host = hosts[at]
  if (host) hosts[at] = { ...host, ...changes }
}
