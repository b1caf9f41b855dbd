import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { noneFailed } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { sendRollback } from './rollback-hosts.ts'
import { countOf } from '../../domain/host/host.ts'

export interface Changed {
  /** The release of this run. */
  readonly release: string
  /** The recorded live release. */
  readonly record: Pick<ReleaseRecord, 'release' | 'login' | 'fingerprint'> | undefined
  readonly results: readonly HostResult[]
  /** CIDRs that the containers' network must not overlap. */
  readonly avoid: readonly string[]
}

/**
 * Removes a release that failed on one host from all of them: those that accepted it return to what they served before. A host that got it from a
 * killed run returns to the recorded release, which itself always stays. Returns the results, including those of the reverted hosts.
 */
export async function revert(ctx: Context, { release, record, results, avoid }: Changed): Promise<readonly HostResult[]> {
  if (record?.release === release) return results
  const targets = Map.groupBy(results, (result) => targetOf(result, record?.release))
  targets.delete('')
  const returned: HostResult[] = []
  for (const [target, hosts] of targets) {
    const hostIds = hosts.map(({ hostId }) => hostId)
    const way = { target, base: [release], record, avoid }
    returned.push(
      ...(await ctx.progress.step(
        `Return ${countOf(hostIds)} to ${target}`,
        () => sendRollback(ctx, { hostIds, way, continueOnError: true }),
        noneFailed,
      )),
    )
  }
  return results.map((result) => returned.find(({ hostId }) => hostId === result.hostId) ?? result)
}

/** Empty: the host keeps its release. */
function targetOf({ outcome, previous }: HostResult, recorded = ''): string {
  if (outcome === 'unchanged') return recorded
  return outcome === 'failed' ? '' : previous
}
