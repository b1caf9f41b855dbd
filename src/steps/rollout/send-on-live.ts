import type { Context } from '../../context.ts'
import type { HostResult } from '../../domain/rollout/result.ts'

/**
 * Sends an order to hosts that should serve `base`. If a single host serves something else, because a run was killed between
 * the host's work and the record, the lease rules out any other run: the host is right, and gets the order again.
 */
export async function sendOnLive(
  { progress }: Context,
  base: readonly string[],
  send: (base: readonly string[]) => Promise<readonly HostResult[]>,
): Promise<readonly HostResult[]> {
  const results = await send(base)
  const [only, ...others] = results
  if (only?.cause !== 'concurrent-release' || others.length > 0) return results
  const live = only.detail.split(' ')[0] || '*'
  progress.info(`The host serves ${live}, which no run has recorded`)
  return send([live])
}
