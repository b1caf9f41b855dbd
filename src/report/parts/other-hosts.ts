import type { HostResult } from '../../domain/rollout/result.ts'

/** What became of the other hosts when a release failed on one of them, in sentences; nothing where there is no other. */
export function whatOfTheOthers(results: readonly HostResult[], failed: Pick<HostResult, 'hostId'>): readonly string[] {
  const others = results.filter(({ hostId }) => hostId !== failed.hostId)
  return [
    ...byRelease(others, ['rolled-back']).map(([release, ids]) => `${ids.join(', ')} returned to ${release}.`),
    ...byRelease(others, ['deployed', 'unchanged']).map(
      ([release, ids]) => `${ids.join(', ')} ${ids.length > 1 ? 'serve' : 'serves'} ${release}.`,
    ),
    ...byRelease(others, ['restarted']).map(([, ids]) => `${ids.join(', ')} ${ids.length > 1 ? 'were' : 'was'} restarted.`),
    ...others.filter(isFailed).map(({ hostId, cause }) => `${hostId} failed, too: ${cause ?? 'not-serving'}.`),
    ...untouched(others),
  ]
}

/** Whether the release that failed was taken back wherever it had served. */
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

function untouched(results: readonly HostResult[]): string[] {
  const ids = results.filter(({ cause }) => cause === 'not-started').map(({ hostId }) => hostId)
  return ids.length === 0 ? [] : [`${ids.join(', ')} ${ids.length > 1 ? 'were' : 'was'} not touched.`]
}
