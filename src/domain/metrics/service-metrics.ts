import { freezeOf } from '../lease/freeze.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { Service } from '../service.ts'
import { commitTimesOf, metricsOf } from './metrics.ts'
import type { EnvironmentMetrics } from './metrics.ts'
import type { Incident } from './outages.ts'
import type { Recorded } from './recorded.ts'

/** The known data of one environment. */
export interface RecordedEnvironment extends Recorded {
  readonly environment: string
}

export interface Measured {
  /** The run's environment. */
  readonly service: Service
  readonly environments: readonly RecordedEnvironment[]
  /** Of the run's own environment. */
  readonly incidents: readonly Incident[]
  /** Milliseconds. */
  readonly window: number
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The live release of an environment. */
export interface LiveRelease {
  readonly release: string
  readonly commit: string
  readonly actor: string
  readonly runUrl: string
  /** ISO 8601. */
  readonly deployedAt: string
  /** The environment that it was promoted from; empty if it was not promoted. */
  readonly promotedFrom: string
  readonly frozen: boolean
}

export interface ServiceMetrics {
  readonly service: Service
  /** Milliseconds since the epoch. */
  readonly at: number
  /** Milliseconds. */
  readonly window: number
  /** By name. */
  readonly environments: readonly (EnvironmentMetrics & { readonly live: LiveRelease | undefined })[]
}

/** The metrics of all environments of a service. A commit has one time, whichever environment knows it. */
export function serviceMetrics({ service, environments, incidents, window, now }: Measured): ServiceMetrics {
  const commitTimes = commitTimesOf(environments.flatMap(({ deliveries }) => deliveries))
  const measured = environments.map(({ record, ...known }) => {
    const own = known.environment === service.environment
    const metrics = metricsOf({ ...known, commitTimes, incidents: own ? incidents : [] }, { from: now - window, to: now })
    return { ...metrics, live: record && liveOf(record, now) }
  })
  return { service, at: now, window, environments: measured.toSorted((one, other) => (one.environment < other.environment ? -1 : 1)) }
}

function liveOf(record: ReleaseRecord, now: number): LiveRelease {
  const { release, commit, actor, runUrl, deployedAt, promotedFrom } = record
  const frozen = freezeOf(record, now) !== undefined
  return { release, commit, actor, runUrl, deployedAt, promotedFrom: promotedFrom?.environment ?? '', frozen }
}
