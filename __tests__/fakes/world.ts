import type { StepTime } from '../../src/ports/github/progress.ts'
import { readConfig } from './read-config.ts'
import type { Context } from '../../src/context.ts'
import type { CaaRecord } from '../../src/domain/dns/authority.ts'
import { AS_COMMITTED } from '../../src/domain/image/build-files.ts'
import type { Candidate, Checked } from '../../src/domain/provenance/attestation.ts'
import type { Scan } from '../../src/domain/image/scan.ts'
import type { BuildContent } from '../../src/domain/image/build-files.ts'
import type { Host } from '../../src/domain/host/host.ts'
import type { PastDeployments } from '../../src/domain/metrics/deployed.ts'
import type { Incident } from '../../src/domain/metrics/outages.ts'
import type { ReleaseRecord } from '../../src/domain/release/record.ts'
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
import type { StatusAnswers } from '../../src/ports/hosts/status-query.ts'
import type { RemoteAnswer, RemoteCommand } from '../../src/ports/hosts/remote.ts'
import type { PortRange } from '../../src/domain/open-ports.ts'
import { documentIn } from './orders.ts'
import { COMMIT } from './samples.ts'
import { overUsual } from './usual.ts'
import type { Holding } from './lease.ts'
import type { Lookup } from '../../src/ports/dns/lookups.ts'
import { fakeZones } from './zones.ts'
import type { FakeZones } from './zones.ts'
import { virtualClock } from './clock.ts'
import type { VirtualClock } from './clock.ts'
import { githubPorts } from './world/github.ts'
import { hostPorts } from './world/hosts.ts'
import { imagePorts } from './world/image.ts'
import { networkPorts } from './world/networks.ts'
import { statePorts } from './world/state.ts'

/** A small world behind the ports: it records what is done to it, and time passes only in `sleep`. */
export interface World {
  readonly ctx: Context
  readonly hosts: Host[]
  readonly records: ReleaseRecord[]
  /** Services whose record is damaged. */
  readonly unreadable: Service[]
  /** Tag -> digest. */
  readonly images: Map<string, string>
  /** What the service's own security groups open; `undefined`: the recorded ports, and those that the run has opened. */
  openPorts: readonly PortRange[] | undefined
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
  asked: StatusAnswers
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
    openPorts: undefined,
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

/** A host's answer about the service's volumes, about other services by their keys, and about volumes that services left. */
export function keeping(
  volumes: readonly (Volume & { readonly bytes: number | null })[],
  others: readonly string[] = [],
  kept: readonly string[] = [],
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
  return { stdout: JSON.stringify({ outcome: 'status', services: [service], others, kept, docker: '28.0', diskFreeBytes: 1 }) }
}

/** The host carried out the order. */
export function deployedAnswer(command: RemoteCommand): Partial<RemoteAnswer> {
  const { name, digest } = documentIn(command)
  const result = { outcome: 'deployed', previous: 'before', serving: digest, servingRelease: name }
  return { status: 'succeeded', stdout: `${JSON.stringify(result)}\nthe log\n` }
}

function contextOf(world: World, config: Context['config']): Context {
  let ids = 0
  const ctx: Omit<Context, 'source'> = {
    config,
    signal: world.cancel.signal,
    newId: () => `id-${(ids += 1)}`,
    clock: world.clock,
    permit: leasePermit(world.clock),
    token: 0,
    accountId: '123456789012',
    ...hostPorts(world),
    ...networkPorts(world),
    ...imagePorts(world),
    ...statePorts(world),
    ...githubPorts(world),
  }
  return { ...ctx, source: ctx }
}
