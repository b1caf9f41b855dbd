import type { Context } from '../../context.ts'
import type { Specification } from '../../domain/release/spec.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { recordedGrace } from '../../domain/release/fingerprint.ts'
import { parseDeployResult } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { send } from '../orders/send.ts'
import type { RemoteAnswer, RemoteCommand } from '../../ports/hosts/remote.ts'
import type { StepTime } from '../../ports/github/progress.ts'
import { resultOf } from '../hosts/host-result.ts'

/** An order on its way to hosts. */
export interface Dispatch extends Pick<RemoteCommand, 'hostIds' | 'order' | 'concurrency' | 'continueOnError' | 'quiet'> {
  /** Seconds; default: the input `deploy-timeout`, plus the time for both containers to stop. */
  readonly timeout?: number
  /** Settings of this run's container; default: the inputs. */
  readonly spec?: Pick<Specification, 'stop-grace-period'>
  /** The recorded live release, which may be stopped. */
  readonly live?: Pick<ReleaseRecord, 'fingerprint'> | undefined
}

/** Sends one command to the hosts, follows it to its end, and shows their logs. Returns one result a host, in the order of `hostIds`. */
export async function runOnHosts(ctx: Context, dispatch: Dispatch, subject: string): Promise<readonly HostResult[]> {
  const { live, spec = ctx.config.spec, ...sent } = dispatch
  const { quiet, timeout = ctx.config.timeout + stopTime(spec, live) } = sent
  const [since, began] = [ctx.clock.now(), ctx.clock.elapsed()]
  const answers = await send(ctx, { ...sent, subject, timeout, read: parseDeployResult })
  const took = (ctx.clock.elapsed() - began) / 1000
  const results = answers.map((answer) => {
    if (!quiet) showLog(ctx, answer, answers.length > 1)
    const late = (answer.seconds ?? took) >= timeout
    return resultOf(answer, answer.result, late)
  })
  assertNotFenced(ctx, results)
  if (!quiet) ctx.progress.took(results.flatMap((result) => stepsOf(result, { since, end: ctx.clock.now() })))
  return results
}

/** A host reports durations without times. Its steps ran one after the other, and the last one ended about when the answer arrived. */
function stepsOf(
  { hostId: host, outcome, steps }: HostResult,
  { since, end }: { readonly since: number; readonly end: number },
): StepTime[] {
  const all = steps.reduce((total, { ms }) => total + ms, 0)
  let start = Math.max(since, end - all)
  return steps.map(({ name, ms }, at) => {
    const step = { name, start: start, ms, ok: outcome !== 'failed' || at < steps.length - 1, host }
    start += ms
    return step
  })
}

/** A host that has received orders of a later lease holder refuses ours: the run has lost its lease. Without a lease, only the snapshot is outdated. */
function assertNotFenced({ permit }: Context, results: readonly HostResult[]): void {
  const refusing = results.find(({ cause }) => cause === 'lease-lost')
  if (refusing !== undefined && permit.holds()) throw permit.lose(`${refusing.hostId} has received orders from a later run`)
}

/** The live container may have to stop, and so may that of this run's release. A worker that runs alone stops both, one after the other. */
function stopTime(spec: Pick<Specification, 'stop-grace-period'>, live: Dispatch['live']): number {
  return spec['stop-grace-period'] + recordedGrace(live)
}

function showLog({ progress }: Context, { hostId, stdout }: RemoteAnswer, named: boolean): void {
  for (const line of stdout.split('\n').slice(1)) progress.info(named && line !== '' ? `${hostId}: ${line}` : line)
}
