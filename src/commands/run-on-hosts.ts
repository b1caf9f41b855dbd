import type { Context } from '../context.ts'
import type { ReleaseRecord } from '../domain/release/release.ts'
import { recordedGrace } from '../domain/release/settings.ts'
import type { Cause } from '../domain/report/cause.ts'
import { parseDeployResult } from '../domain/remote/result.ts'
import type { DeployResult, HostResult } from '../domain/remote/result.ts'
import { displayName } from '../domain/service.ts'
import type { RemoteAnswer, RemoteCommand } from '../ports/remote.ts'

/** An order on its way to hosts. */
export interface Dispatch extends Pick<RemoteCommand, 'hostIds' | 'order' | 'concurrency' | 'regardless' | 'quiet'> {
  /** Seconds; default: the input `timeout`, and the time that a container may take to stop at the end. */
  readonly timeout?: number
  /** What is recorded as live, and may be stopped. */
  readonly live?: Pick<ReleaseRecord, 'settings'> | undefined
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

/** What a host tells of its work. `late`: it took all of its time. */
export function resultOf(answer: RemoteAnswer, late = false): HostResult {
  return { ...(parseDeployResult(answer.stdout) ?? withoutResult(answer, late)), hostId: answer.hostId }
}

/** The container of this run's release may have to stop as well as that of the one which is live. */
function stopTime({ config }: Context, live: Dispatch['live']): number {
  return Math.max(config.run.options['stop-grace-period'] ?? 0, recordedGrace(live))
}

function showLog({ progress }: Context, { hostId, stdout }: RemoteAnswer, named: boolean): void {
  for (const line of stdout.split('\n').slice(1)) progress.info(named && line !== '' ? `${hostId}: ${line}` : line)
}

/** A program that was killed has no result to give; then the answer's status is all there is to tell. */
function withoutResult(answer: RemoteAnswer, late: boolean): DeployResult {
  const logs = `${answer.stdout}\n${answer.stderr}`.trim()
  return {
    outcome: 'failed',
    rolledBack: false,
    served: undefined,
    cause: causeOf(answer.status, late),
    previous: '',
    serving: '',
    servingRelease: '',
    exitCode: undefined,
    healthCode: undefined,
    ports: [],
    detail: '',
    evidence: { logs, health: '', host: '' },
    canary: undefined,
    findings: [],
    secrets: {},
    volumes: [],
    steps: [],
  }
}

/** SSM calls also those timed out that somebody killed. */
function causeOf(status: RemoteAnswer['status'], late: boolean): Cause {
  if (status === 'timed-out' && late) return 'command-timed-out'
  if (status === 'not-started') return 'not-started'
  return status === 'undelivered' ? 'agent-offline' : 'program-failed'
}
