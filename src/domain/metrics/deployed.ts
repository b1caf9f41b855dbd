import { readDeployment } from '../deployment/listed.ts'
import type { SeenDeployment } from '../deployment/listed.ts'
import type { DeploymentPayload } from '../deployment/payload.ts'
import type { Service } from '../service.ts'
import { isReturned, kindOf } from './delivery.ts'
import type { Delivery } from './delivery.ts'
import type { Recorded } from './recorded.ts'

/** Deployments on GitHub of one environment. */
export interface PastDeployments {
  readonly deployments: readonly SeenDeployment[]
  /** All that started after the asked time are here. */
  readonly complete: boolean
}

/** What GitHub's deployments say of a service; none of another service, of runs that released nothing, or that have not ended. */
export function deployedDeliveries({ name, environment }: Service, seen: readonly SeenDeployment[]): readonly Delivery[] {
  return seen.flatMap((one) => {
    const payload = readDeployment(one)
    if (payload?.service !== name || payload.environment !== environment) return []
    return deliveryOf(one, payload) ?? []
  })
}

const RELEASED: readonly DeploymentPayload['outcome'][] = ['deployed', 'rolled-back', 'restarted', 'failed']

function deliveryOf({ id, statuses }: SeenDeployment, payload: DeploymentPayload): Delivery | undefined {
  const { environment, command, release, outcome, cause = '', commit = '', committedAt } = payload
  const end = payload.verifiedAt ?? payload.failedAt
  if (!RELEASED.includes(outcome) || end === undefined || (outcome === 'failed' && cause === '')) return undefined
  const endedAt = Date.parse(end)
  return {
    id: `${environment}/github/${id}`,
    environment,
    kind: kindOf(command),
    release,
    commit,
    actor: '',
    cause,
    runUrl: runUrlIn(statuses),
    returned: isReturned({ cause, outcome }),
    startedAt: Math.min(endedAt, Date.parse(payload.startedAt)),
    endedAt,
    ...(committedAt !== undefined && { committedAt: Date.parse(committedAt) }),
    ...timesOf(payload, endedAt),
  }
}

/** Without the job that GitHub's own statuses name. */
function runUrlIn(statuses: SeenDeployment['statuses']): string {
  const [url = ''] = statuses.flatMap(({ logUrl }) => /^https?:.*\/actions\/runs\/\d+/.exec(logUrl) ?? [])
  return url
}

/** Of a canary, GitHub knows when it was found bad, but not when it got its first share. Nothing of a run is after its end. */
function timesOf({ servedAt, failedAt, cause, recoveredBy }: DeploymentPayload, endedAt: number): Pick<Delivery, 'servedAt' | 'reachedAt'> {
  const byEnd = (time: string): number => Math.min(endedAt, Date.parse(time))
  const reached = servedAt ?? (recoveredBy === 'canary' ? failedAt : undefined)
  return {
    ...(reached !== undefined && { reachedAt: byEnd(reached) }),
    ...(servedAt !== undefined && cause === undefined && { servedAt: byEnd(servedAt) }),
  }
}

/**
 * The records, with what GitHub knows from before them. Deploys of a service never overlap, so one that ended after the start of the oldest record is in
 * the records, too. `from`: the asked time.
 */
export function withEarlier(
  recorded: Recorded,
  earlier: readonly Delivery[],
  { from, complete }: { readonly from: number; readonly complete: boolean },
): Recorded {
  const { deliveries, since = Infinity } = recorded
  const ids = new Set<string>()
  const added = earlier.filter(
    (one) => one.endedAt < since && !deliveries.some((other) => isSameDeploy(one, other)) && !ids.has(one.id) && ids.add(one.id),
  )
  if (added.length === 0) return recorded
  const oldest = Math.min(...added.map(({ startedAt }) => startedAt))
  return {
    ...recorded,
    deliveries: [...deliveries, ...added],
    since: complete && oldest < from ? from : oldest,
    cut: !complete,
  }
}

/** Milliseconds by which the clocks of GitHub and a runner can differ. */
const SKEW = 120_000

/** A rerun has the run's address, too, but another time. */
function isSameDeploy(one: Delivery, other: Delivery): boolean {
  if (one.runUrl !== other.runUrl || one.kind !== other.kind || one.release !== other.release) return false
  return one.startedAt - SKEW <= other.endedAt && other.startedAt - SKEW <= one.endedAt
}
