import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { noneFailed } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { sendRollback } from './rollback-hosts.ts'
import { countOf } from '../../domain/host/host.ts'

export interface Changed {
  /** What this run gave them. */
  readonly release: string
  /** What is recorded as live. */
  readonly record: Pick<ReleaseRecord, 'release' | 'login' | 'fingerprint'> | undefined
  readonly results: readonly HostResult[]
  /** CIDRs that the containers' network has to keep clear of. */
  readonly avoid: readonly string[]
}

/**
 * A release that failed on one host is to stay on none: those that took it return to what they served before. One that had it from a run that was
 * killed returns to what is recorded. The recorded release itself is not taken away. Gives the results with what became of these hosts.
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

/** Empty: it stays as it is. */
function targetOf({ outcome, previous }: HostResult, recorded = ''): string {
  if (outcome === 'unchanged') return recorded
  return outcome === 'failed' ? '' : previous
}
