import type { CanaryTable } from '../../domain/canary/table.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { Attempt } from '../../domain/release/record.ts'
import type { RunCause } from '../../domain/cause/run-cause.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import type { Evidence } from '../../domain/rollout/result.ts'
import type { ListedCommit } from '../../domain/commits.ts'

/** How a run ended, as data: outputs, annotation and job summary are all made from it. */
export interface Report {
  readonly outcome: Outcome
  /** One line: what is true now. */
  readonly headline: string
  readonly outputs: Readonly<Record<string, string>>
  /** What is live where, as rows of label and value. */
  readonly facts: readonly (readonly [string, string])[]
  /** Where there are several: each of them. */
  readonly hosts?: readonly HostLine[]
  readonly change?: Change
  /** The reference of the image that serves, by its whole digest. */
  readonly image?: string
  readonly failure?: Failure
  /** What does not keep the run from being green. */
  readonly warnings?: readonly string[]
  /** What `plan` found. */
  readonly plan?: DeployPlan
  readonly canary?: CanaryTable
  /** What `metrics` found. */
  readonly metrics?: ServiceMetrics
  /** What `destroy` removed. */
  readonly removed?: readonly string[]
  /** The last runs that changed the service or tried to, newest first. */
  readonly history?: readonly Attempt[]
}

/** One of the hosts, and what came of the run there. */
export interface HostLine {
  readonly id: string
  readonly ip: string
  readonly url: string
  /** What it was seen to serve at the end; empty where nobody looked. */
  readonly release: string
  readonly digest: string
  readonly outcome: string
}

/** Before and after of a deploy. */
export interface Change {
  readonly before: Side | undefined
  readonly after: Side
  /** Web address of the repository. */
  readonly repository: string
  /** Web address of the comparison of the two commits. */
  readonly compareUrl: string | undefined
  readonly commits: readonly ListedCommit[]
}

interface Side {
  readonly release: string
  readonly digest: string
  readonly commit: string
  /** By whom and when, in words. */
  readonly deployed: string
}

export interface Failure {
  readonly cause: RunCause
  /** Why, in a sentence; further lines are a list of all that is wrong. */
  readonly sentence: string
  /** What serves now, in a sentence. */
  readonly state?: string
  /** What became of the other hosts, in sentences, where there is no room for a table of them. */
  readonly others?: readonly string[]
  readonly hint: string | undefined
  readonly evidence: Evidence | undefined
  /** Of a defect of the action. */
  readonly stack?: string
}

/** A rollback that was asked for is green; one that a bad release caused has a failure to tell of. */
export function isGreen({ failure }: Pick<Report, 'failure'>): boolean {
  return failure === undefined
}
