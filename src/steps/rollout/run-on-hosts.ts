import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { recordedGrace } from '../../domain/release/fingerprint.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { displayName } from '../../domain/service.ts'
import type { RemoteAnswer, RemoteCommand } from '../../ports/hosts/remote.ts'
import { resultOf } from '../hosts/host-result.ts'

/** An order on its way to hosts. */
export interface Dispatch extends Pick<RemoteCommand, 'hostIds' | 'order' | 'concurrency' | 'continueOnError' | 'quiet'> {
  /** Seconds; default: the input `deploy-timeout`, and the time that a container may take to stop at the end. */
  readonly timeout?: number
  /** What is recorded as live, and may be stopped. */
  readonly live?: Pick<ReleaseRecord, 'fingerprint'> | undefined
}

/** Sends one command to the hosts, follows it to its end, and shows their logs. Gives one result a host, in the order of `hostIds`. */
export async function runOnHosts(ctx: Context, dispatch: Dispatch, subject: string): Promise<readonly HostResult[]> {
  const { service } = ctx.config
  const { live, ...sent } = dispatch
  const { order, quiet, timeout = ctx.config.timeout + stopTime(ctx, live) } = sent
  const comment = `docker-to-ec2: ${order.verb} ${displayName(service)} ${subject}`
  const since = ctx.clock.now()
  const answers = await ctx.remote.run({ ...sent, comment, timeout }, ctx.signal)
  const took = (ctx.clock.now() - since) / 1000
  return answers.map((answer) => {
    if (!quiet) showLog(ctx, answer, answers.length > 1)
    const late = (answer.seconds ?? took) >= timeout
    return resultOf(answer, late)
  })
}

/** The container of this run's release may have to stop as well as that of the one which is live. */
function stopTime({ config }: Context, live: Dispatch['live']): number {
  return Math.max(config.spec['stop-grace-period'], recordedGrace(live))
}

function showLog({ progress }: Context, { hostId, stdout }: RemoteAnswer, named: boolean): void {
  for (const line of stdout.split('\n').slice(1)) progress.info(named && line !== '' ? `${hostId}: ${line}` : line)
}
