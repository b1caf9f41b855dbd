import type { Check } from '../../domain/checkup/check.ts'
import type { CanaryTable } from '../../domain/canary/table.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { Attempt } from '../../domain/release/record.ts'
import type { RunCause } from '../../domain/cause/run-cause.ts'
import type { ServiceMetrics } from '../../domain/metrics/service-metrics.ts'
import type { Evidence } from '../../domain/rollout/result.ts'
import type { Row } from './rows.ts'
import type { ListedCommit } from '../../domain/commits.ts'

/** How a run ended, as data. The outputs, the annotation and the job summary are made from it. */
export interface Report {
  readonly outcome: Outcome
  /** One line: what is true now. */
  readonly headline: string
  readonly outputs: Readonly<Record<string, string>>
  /** What is live where. */
  readonly facts: readonly Row[]
  /** Only with several hosts. */
  readonly hosts?: readonly HostLine[]
  readonly change?: Change
  /** The reference of the live image, with its whole digest. */
  readonly image?: string
  readonly failure?: Failure
  /** Warnings: the run is green despite them. */
  readonly warnings?: readonly string[]
  /** The last lines of a container that does not start. */
  readonly lastLines?: string
  /** The result of `logs`. */
  readonly logs?: readonly LoggedHost[]
  /** What `plan` found. */
  readonly plan?: DeployPlan
  readonly canary?: CanaryTable
  /** What `doctor` found. */
  readonly checks?: readonly Check[]
  /** The result of `metrics`. */
  readonly metrics?: ServiceMetrics
  /** What `destroy` removed. */
  readonly removed?: readonly string[]
  /** The last runs that changed the service or tried to, newest first. */
  readonly history?: readonly Attempt[]
}

/** The logs of one host. */
export interface LoggedHost {
  readonly host: string
  /** One for each container. */
  readonly parts: readonly LogPart[]
}

/** What is known of a container, and the last lines of its log, which can be shown as they are; empty without any. */
export interface LogPart {
  readonly words: string
  readonly text: string
}

/** One of the hosts, and the result of the run there. */
export interface HostLine {
  readonly id: string
  readonly ip: string
  readonly url: string
  /** The release that it served at the end; empty if nobody looked. */
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
  /** Its semantic version; missing if it has none. */
  readonly semver?: string | undefined
  /** Who made the release, and when, in words. */
  readonly deployed: string
}

export interface Failure {
  readonly cause: RunCause
  /** The reason, in a sentence; further lines list all problems. */
  readonly sentence: string
  /** What serves now, in a sentence. */
  readonly state?: string
  /** What happened to the other hosts, in sentences, when there is no room for a table of them. */
  readonly others?: readonly string[]
  readonly hint: string | undefined
  readonly evidence: Evidence | undefined
  /** Only for a defect of the action. */
  readonly stack?: string
}

/** A requested rollback is green; a rollback because of a bad release has a failure. */
export function isGreen({ failure }: Pick<Report, 'failure'>): boolean {
  return failure === undefined
}
