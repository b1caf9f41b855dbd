import type { HostResult } from '../../domain/rollout/result.ts'

/** What happened to the other hosts when a release failed on one of them, in sentences; empty without other hosts. */
export function whatOfTheOthers(results: readonly HostResult[], failed: Pick<HostResult, 'hostId'>): readonly string[] {
  const others = results.filter(({ hostId }) => hostId !== failed.hostId)
  return [
    ...byRelease(others, ['rolled-back']).map(([release, ids]) => `${namesOf(ids)} returned to ${release}.`),
    ...byRelease(others, ['deployed', 'unchanged']).map(
      ([release, ids]) => `${namesOf(ids)} ${ids.length > 1 ? 'serve' : 'serves'} ${release}.`,
    ),
    ...byRelease(others, ['restarted']).map(([, ids]) => `${namesOf(ids)} ${ids.length > 1 ? 'were' : 'was'} restarted.`),
    ...byCause(others).map(([cause, ids]) => `${namesOf(ids)} failed, too: ${cause}.`),
    ...untouched(others),
  ]
}

/** How many hosts a sentence names. */
const NAMED = 4

/** A few hosts by name, or the first ones of many. */
function namesOf(ids: readonly string[]): string {
  return ids.length <= NAMED ? ids.join(', ') : `${ids.slice(0, NAMED - 1).join(', ')} and ${ids.length - NAMED + 1} others`
}

/** Whether every host that served the failed release has returned. */
export function isTakenBack(results: readonly HostResult[]): boolean {
  const taken = results.some(({ outcome, rolledBack }) => rolledBack || outcome === 'rolled-back')
  return taken && results.every(({ outcome }) => outcome === 'failed' || outcome === 'rolled-back')
}

function isFailed({ outcome, cause }: HostResult): boolean {
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
  return ids.length === 0 ? [] : [`${namesOf(ids)} ${ids.length > 1 ? 'were' : 'was'} not touched.`]
}
