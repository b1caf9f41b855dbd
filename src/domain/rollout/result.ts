import type { CanaryReading } from '../canary/watch.ts'
import type { Finding } from '../cause/findings.ts'
import type { Cause } from '../cause/cause.ts'
import type { ServedRelease } from '../release/release.ts'
import { allVolumes } from '../data/volumes.ts'
import type { Volume } from '../data/volumes.ts'
import { answerOf, DEPLOY_ANSWER, REMOVE_ANSWER, STATUS_ANSWER } from './host-answers.ts'
import type { OUTCOMES } from './host-answers.ts'
import { sortedEntries } from '../sorted.ts'

/** What a host reports of an order that changes what serves, or looks at a canary. */
export interface DeployResult {
  /** `canary`: the new release has a share of the traffic. */
  readonly outcome: (typeof OUTCOMES)[number]
  /** The new release served for a moment, went bad, and was taken back. */
  readonly rolledBack: boolean
  /** The release that serves now, where the host tells. */
  readonly served: ServedRelease | undefined
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
  /** What the host found about itself. */
  readonly findings: readonly Finding[]
  /** Versions of the secrets that the release runs with, by variable. */
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly Volume[]
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
}

/** What one of the hosts reports. */
export type HostResult = DeployResult & { readonly hostId: string }

export interface Evidence {
  readonly logs: string
  readonly health: string
  readonly host: string
}

/** Who refused the order at once, or was cut short, did not look at what serves. */
const NOT_LOOKED: ReadonlySet<Cause> = new Set<Cause>([
  'agent-offline',
  'bad-payload',
  'command-timed-out',
  'host-unfit',
  'lease-lost',
  'lock-held',
  'not-started',
  'program-failed',
])

/** The first failure with a cause of its own: a host that was not reached because of it is no second one. */
export function failureOf(results: readonly HostResult[]): HostResult | undefined {
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  return failed.find(({ cause }) => cause !== 'not-started') ?? failed[0]
}

export function noneFailed(results: readonly HostResult[]): boolean {
  return failureOf(results) === undefined
}

/** Which of the results tells why the hosts do not all serve one release: the failure, or the first host's, which serves another. */
export function unservedBy(results: readonly HostResult[]): HostResult {
  const failed = failureOf(results) ?? results[0]
  if (failed === undefined) throw new Error('No host answered.')
  return failed
}

/** What served before the run, as the first host says that knows of something. */
export function previousOf(results: readonly HostResult[]): string {
  return results.find(({ previous }) => previous !== '')?.previous ?? ''
}

/** The release that every host was seen to serve; `undefined` where one failed, or serves another. */
export function servedByAll(results: readonly HostResult[]): ServedRelease | undefined {
  const told = results.find(({ served }) => served)?.served
  return results.every(({ outcome, serving }) => outcome !== 'failed' && serving === told?.digest) ? told : undefined
}

/** What the hosts keep together, as the record remembers it. A variable whose secret has not the same version everywhere has all of them, separated by a space. */
export function keptBy(results: readonly HostResult[]): {
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly Volume[]
} {
  const versions = Map.groupBy(
    results.flatMap(({ secrets }) => Object.entries(secrets)),
    ([name]) => name,
  )
  const secrets = [...versions].map(([name, all]) => [name, [...new Set(all.map(([, version]) => version))].join(' ')] as const)
  return {
    secrets: Object.fromEntries(sortedEntries(Object.fromEntries(secrets))),
    volumes: allVolumes(...results.map(({ volumes }) => volumes)),
  }
}

/** A sentence on what the proxy serves after a failure. */
export function whatServes({ cause, serving, servingRelease }: Pick<DeployResult, 'cause' | 'serving' | 'servingRelease'>): string {
  if (serving !== '') return `${servingRelease || serving} still serves.`
  return cause !== undefined && NOT_LOOKED.has(cause) ? '`command: status` shows what is live.' : 'Nothing is served.'
}

export interface StatusResult {
  readonly services: readonly ServiceStatus[]
  /** Keys of the services of the host that were not asked about; missing where the host has a program that does not tell. */
  readonly others?: readonly string[] | undefined
  /** Version of Docker; empty when it does not answer. */
  readonly docker: string
  readonly diskFreeBytes: number
  readonly findings?: readonly Finding[]
}

export interface ServiceStatus {
  readonly service: string
  readonly release: string
  readonly serving: string
  readonly running: boolean
  readonly healthy: boolean
  /** What Docker says by the HEALTHCHECK of the image: starting, healthy or unhealthy; empty where it has none. */
  readonly healthcheck?: string
  readonly startedAt: string
  /** Newest first. Where host and record are apart, in words. */
  readonly releases: readonly KeptRelease[]
  readonly drift?: readonly string[]
  /** What the service may write to on the host; `bytes` is null where nobody knows. */
  readonly volumes?: readonly (Volume & { readonly bytes: number | null })[]
  /** Of each name that is served over HTTPS, when its certificate ends, in seconds since the epoch; null where there is none. */
  readonly certificates?: readonly { readonly name: string; readonly issuer: string; readonly expires: number | null }[]
  /** A canary that runs; `share` in percent, `since` in seconds since the epoch. */
  readonly canary?: { readonly release: string; readonly share: number; readonly since: number } | null
}

/** A verified release that the host still knows. */
interface KeptRelease {
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
  /** Volumes that stay. */
  readonly kept?: readonly string[]
  readonly others: readonly string[]
}

export function parseDeployResult(stdout: string): DeployResult | undefined {
  const answer = answerOf(DEPLOY_ANSWER, stdout)
  if (answer === undefined) return undefined
  const { document, cause, healthCode, ...rest } = answer
  return {
    ...rest,
    served: document,
    cause: answer.outcome === 'failed' ? (cause as Cause) : undefined,
    exitCode: rest.exitCode,
    healthCode: healthCode || undefined,
    canary: rest.canary && { ...rest.canary, counters: rest.canary.counters },
  }
}

export function parseStatusResult(stdout: string): StatusResult | undefined {
  return answerOf(STATUS_ANSWER, stdout)
}

export function parseRemoveResult(stdout: string): RemoveResult | undefined {
  return answerOf(REMOVE_ANSWER, stdout)
}
