import type { CanaryReading } from '../canary/watch.ts'
import type { Finding } from '../cause/findings.ts'
import type { Cause } from '../cause/cause.ts'
import type { ServedRelease } from '../release/release.ts'
import { allVolumes } from '../data/volumes.ts'
import type { Volume } from '../data/volumes.ts'
import { answerOf, DEPLOY_ANSWER, REMOVE_ANSWER, STATUS_ANSWER } from './host-answers.ts'
import type { OUTCOMES } from './host-answers.ts'
import type { Frozen } from '../untrusted.ts'
import { sortedEntries } from '../field/sorted.ts'

/** A host's report on an order that changes what serves, or observes a canary. */
export interface DeployResult {
  /** `canary`: the new release has a share of the traffic. */
  readonly outcome: (typeof OUTCOMES)[number]
  /** The new release served for a moment, became unhealthy, and was reverted. */
  readonly rolledBack: boolean
  /** The live release, if the host reports it. */
  readonly served: ServedRelease | undefined
  readonly cause: Cause | undefined
  /** The previous live release; empty on a first deploy. */
  readonly previous: string
  /** Digest that the proxy serves now; empty if it serves nothing, or if nobody `looked`. */
  readonly serving: string
  readonly servingRelease: string
  /** Whether the host found out what serves: not if it refused the order at once, was interrupted, or had no answer of Docker. */
  readonly looked: boolean
  readonly exitCode: number | undefined
  readonly healthCode: number | undefined
  /** Listening ports inside the container. */
  readonly ports: readonly number[]
  readonly detail: string
  readonly evidence: Evidence
  readonly canary: CanaryReading | undefined
  /** The host's findings about itself. */
  readonly findings: readonly Finding[]
  /** Versions of the release's secrets, by variable. */
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly Volume[]
  readonly steps: readonly { readonly name: string; readonly ms: number }[]
}

/** One host's report. */
export type HostResult = DeployResult & { readonly hostId: string }

export interface Evidence {
  readonly logs: string
  readonly health: string
  readonly host: string
}

/** The first failure with its own cause: a host that was not reached because of it is no second failure. */
export function failureOf(results: readonly HostResult[]): HostResult | undefined {
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  return failed.find(({ cause }) => cause !== 'not-started') ?? failed[0]
}

/** Whether no host failed; some may serve another release. */
export function noneFailed(results: readonly HostResult[]): boolean {
  return failureOf(results) === undefined
}

/** The result that explains why the hosts do not all serve one release: a failure, or the first host with another release. */
export function unservedBy(results: readonly HostResult[]): HostResult {
  const failed = failureOf(results) ?? results[0]
  if (failed === undefined) throw new Error('No host answered.')
  return failed
}

/** The previous live release, by the first host that reports one. */
export function previousOf(results: readonly HostResult[]): string {
  return results.find(({ previous }) => previous !== '')?.previous ?? ''
}

/** The release that every host serves; `undefined` if one failed, or serves another. */
export function servedByAll(results: readonly HostResult[]): ServedRelease | undefined {
  const told = results.find(({ served }) => served)?.served
  return results.every(({ outcome, serving }) => outcome !== 'failed' && serving === told?.digest) ? told : undefined
}

/**
 * The hosts' stored data together, as the record keeps it. If the hosts have different versions of a secret, its variable has all of them,
 * separated by a space.
 */
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

/** A host's status. `others`: keys of the host's other services; missing if the host's program does not report them. */
export type StatusResult = Frozen<typeof STATUS_ANSWER>

/** The status of one service on a host. */
export type ServiceStatus = StatusResult['services'][number]

/** Why a sleeping service did not start for its last visitor. */
export type Unwoken = NonNullable<ServiceStatus['unwoken']>

export type RemoveResult = Frozen<typeof REMOVE_ANSWER>

/** Reads the answer to any order that changes a release; `undefined` if the text has none. */
export function parseDeployResult(stdout: string): DeployResult | undefined {
  const answer = answerOf(DEPLOY_ANSWER, stdout)
  if (answer === undefined) return undefined
  const { document, cause, healthCode, ...rest } = answer
  return {
    ...rest,
    served: document,
    cause: answer.outcome === 'failed' ? cause : undefined,
    exitCode: rest.exitCode,
    healthCode: healthCode || undefined,
    canary: rest.canary && { ...rest.canary, counters: rest.canary.counters },
  }
}

/** Reads the answer to an order `status`; `undefined` if the text has none. */
export function parseStatusResult(stdout: string): StatusResult | undefined {
  return answerOf(STATUS_ANSWER, stdout)
}

/** Reads the answer to an order `remove`; `undefined` if the text has none. */
export function parseRemoveResult(stdout: string): RemoveResult | undefined {
  return answerOf(REMOVE_ANSWER, stdout)
}
