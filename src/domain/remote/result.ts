import type { CanaryReading } from '../canary/watch.ts'
import type { Counters } from '../canary/window.ts'
import { isCause } from '../report/cause.ts'
import type { Cause } from '../report/cause.ts'
import type { Manifest } from '../release/release.ts'

/** What `host/deploy.sh` reports on its first line, decoded. */
export interface DeployResult {
  /** `canary`: the new release has a share of the traffic. */
  readonly outcome: 'deployed' | 'unchanged' | 'rolled-back' | 'canary' | 'failed'
  /** The new release served for a moment, went bad, and was taken back. */
  readonly rolledBack: boolean
  /** Of the release that serves now; only after a rollback. */
  readonly manifest: Manifest | undefined
  readonly cause: Cause | undefined
  /** The release that served before; empty on a first deploy. */
  readonly previous: string
  /** Digest that the proxy serves now; empty when it serves nothing. */
  readonly serving: string
  readonly servingRelease: string
  readonly exitCode: number | undefined
  readonly healthCode: number | undefined
  /** Ports that are listened on inside the container. */
  readonly ports: readonly number[]
  readonly detail: string
  readonly evidence: Evidence
  readonly canary: CanaryReading | undefined
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
}

/** What one of the hosts reports. */
export type HostResult = DeployResult & { readonly hostId: string }

export interface Evidence {
  readonly logs: string
  readonly health: string
  readonly host: string
}

/** A script that was refused at once, or cut short, did not look at what serves. */
const NOT_LOOKED: ReadonlySet<Cause> = new Set<Cause>([
  'agent-offline',
  'bad-payload',
  'command-timed-out',
  'lock-held',
  'not-started',
  'script-failed',
])

/** The first failure with a cause of its own: a host that was not reached because of it is no second one. */
export function failureOf(results: readonly HostResult[]): HostResult | undefined {
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  return failed.find(({ cause }) => cause !== 'not-started') ?? failed[0]
}

/** What served before the run, as the first host says that knows of something. */
export function previousOf(results: readonly HostResult[]): string {
  return results.find(({ previous }) => previous !== '')?.previous ?? ''
}

/** A sentence on what the proxy serves after a failure. */
export function whatServes({ cause, serving, servingRelease }: Pick<DeployResult, 'cause' | 'serving' | 'servingRelease'>): string {
  if (serving !== '') return `${servingRelease || serving} serves on.`
  return cause !== undefined && NOT_LOOKED.has(cause) ? '`command: status` tells what serves.' : 'Nothing is served.'
}

export interface StatusResult {
  readonly services: readonly ServiceStatus[]
  readonly docker: string
  readonly diskFreeBytes: number
}

export interface ServiceStatus {
  readonly service: string
  readonly release: string
  readonly serving: string
  readonly running: boolean
  readonly healthy: boolean
  readonly startedAt: string
  /** Newest first. Where host and record are apart, in words. */
  readonly releases: readonly KeptRelease[]
  readonly drift?: readonly string[]
  /** A canary that runs; `share` in percent, `since` in seconds since the epoch. */
  readonly canary?: { readonly release: string; readonly share: number; readonly since: number } | null
}

/** A verified release that the host still knows. */
export interface KeptRelease {
  readonly release: string
  /** Its container is there: a rollback to it takes a second. */
  readonly container: boolean
  readonly image: boolean
  readonly active: boolean
  /** It was rolled back from. */
  readonly left?: boolean
}

export interface RemoveResult {
  readonly removed: readonly string[]
  readonly others: readonly string[]
}

type Raw = Readonly<Record<string, unknown>>

/** The first line of the script's output as JSON; `undefined` when the script did not get as far as that. */
export function firstLine(stdout: string): Raw | undefined {
  try {
    const value: unknown = JSON.parse(stdout.split('\n', 1)[0] ?? '')
    return typeof value === 'object' && value !== null ? (value as Raw) : undefined
  } catch {
    return undefined
  }
}

export function parseDeployResult(stdout: string): DeployResult | undefined {
  const raw = firstLine(stdout)
  const outcome = raw?.['outcome']
  if (!raw || !isOutcome(outcome)) return undefined
  const evidence = (raw['evidence'] ?? {}) as Raw
  return {
    outcome,
    rolledBack: raw['rolledBack'] === true,
    manifest: manifestOf(decode(raw['manifest'])),
    cause: outcome === 'failed' ? causeOf(raw['cause']) : undefined,
    previous: text(raw['previous']),
    serving: text(raw['serving']),
    servingRelease: text(raw['servingRelease']),
    exitCode: number(raw['exitCode']),
    healthCode: number(raw['healthCode']) || undefined,
    ports: Array.isArray(raw['ports']) ? raw['ports'].filter((port) => typeof port === 'number') : [],
    detail: decode(raw['detail']),
    evidence: { logs: decode(evidence['logs']), health: decode(evidence['health']), host: decode(evidence['host']) },
    canary: readingOf(raw['canary']),
    steps: Array.isArray(raw['steps']) ? (raw['steps'] as DeployResult['steps']) : [],
  }
}

export function parseStatusResult(stdout: string): StatusResult | undefined {
  const raw = firstLine(stdout)
  return raw?.['outcome'] === 'status' ? (raw as unknown as StatusResult) : undefined
}

export function parseRemoveResult(stdout: string): RemoveResult | undefined {
  const raw = firstLine(stdout)
  return raw?.['outcome'] === 'removed' ? (raw as unknown as RemoveResult) : undefined
}

function isOutcome(value: unknown): value is DeployResult['outcome'] {
  return value === 'deployed' || value === 'unchanged' || value === 'rolled-back' || value === 'canary' || value === 'failed'
}

function readingOf(value: unknown): CanaryReading | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { health, counters } = value as Raw
  const known = health === 'ill' || health === 'ended' ? health : 'healthy'
  return { health: known, counters: counters === null ? undefined : (counters as Counters) }
}

function manifestOf(json: string): Manifest | undefined {
  try {
    return JSON.parse(json) as Manifest
  } catch {
    return undefined
  }
}

function causeOf(value: unknown): Cause {
  return typeof value === 'string' && isCause(value) ? value : 'script-failed'
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function number(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** Free text travels as base64, so that no log line can break the JSON. */
function decode(value: unknown): string {
  return Buffer.from(text(value), 'base64').toString('utf8')
}
