import { hostNames } from '../../domain/host/host-names.ts'
import type { HostResult } from '../../domain/rollout/result.ts'

/** What happened to the other hosts when a release failed on one of them, in sentences; empty without other hosts. */
export function whatOfTheOthers(results: readonly HostResult[], failed: Pick<HostResult, 'hostId'>): readonly string[] {
  const others = results.filter(({ hostId }) => hostId !== failed.hostId)
  return [
    ...byRelease(others, ['rolled-back']).map(([release, ids]) => `${hostNames(ids)} returned to ${release}.`),
    ...byRelease(others, ['deployed', 'unchanged']).map(
      ([release, ids]) => `${hostNames(ids)} ${ids.length > 1 ? 'serve' : 'serves'} ${release}.`,
    ),
    ...byRelease(others, ['restarted']).map(([, ids]) => `${hostNames(ids)} ${ids.length > 1 ? 'were' : 'was'} restarted.`),
    ...(others.some(isFailed) ? byCause(results) : []).map(([cause, ids]) => `${hostNames(ids)} failed: ${cause}.`),
    ...untouched(others),
  ]
}

/** Whether every host that served the failed release has returned. */
export function isTakenBack(results: readonly HostResult[]): boolean {
  const taken = results.some(({ outcome, rolledBack }) => rolledBack || outcome === 'rolled-back')
  return taken && results.every(({ outcome }) => outcome === 'failed' || outcome === 'rolled-back')
}

/** Whether a host failed for a cause of its own. */
export function isFailed({ outcome, cause }: HostResult): boolean {
  return outcome === 'failed' && cause !== 'not-started'
}

function byRelease(results: readonly HostResult[], outcomes: readonly HostResult['outcome'][]): [string, string[]][] {
  const groups = Map.groupBy(
    results.filter(({ outcome }) => outcomes.includes(outcome)),
    ({ servingRelease }) => servingRelease,
  )
  return [...groups].map(([release, members]) => [release, members.map(({ hostId }) => hostId)])
}

function byCause(results: readonly HostResult[]): [string, string[]][] {
  const groups = Map.groupBy(results.filter(isFailed), ({ cause }) => cause ?? 'not-serving')
  return [...groups].map(([cause, members]) => [cause, members.map(({ hostId }) => hostId)])
}

function untouched(results: readonly HostResult[]): string[] {
  const ids = results.filter(({ cause }) => cause === 'not-started').map(({ hostId }) => hostId)
  return ids.length === 0 ? [] : [`${hostNames(ids)} ${ids.length > 1 ? 'were' : 'was'} not touched.`]
}
