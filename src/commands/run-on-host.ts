import type { Context } from '../context.ts'
import { parseDeployResult } from '../domain/remote-result.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { RemoteAnswer, RemoteCommand } from '../ports/remote.ts'

export type Order = Pick<RemoteCommand, 'hostId' | 'verb' | 'payload'>

/** Sends one command to the host, follows it to its end, and shows its log. */
export async function runOnHost(ctx: Context, { hostId, verb, payload }: Order, subject: string): Promise<DeployResult> {
  const { service, timeout } = ctx.config
  const comment = `docker-to-ec2: ${verb} ${service.name} (${service.environment}) ${subject}`
  const since = ctx.clock.now()
  const answer = await ctx.remote.run({ hostId, verb, payload, comment, timeout }, ctx.signal)
  for (const line of answer.stdout.split('\n').slice(1)) ctx.progress.info(line)
  return parseDeployResult(answer.stdout) ?? withoutResult(answer, ctx.clock.now() - since >= timeout * 1000)
}

/** A script that was killed has no result to give; then the answer's status is all there is to tell. SSM calls also the killed ones timed out. */
function withoutResult(answer: RemoteAnswer, late: boolean): DeployResult {
  const timedOut = answer.status === 'timed-out' && late
  const cause = timedOut ? 'command-timed-out' : answer.status === 'undelivered' ? 'agent-offline' : 'script-failed'
  const logs = `${answer.stdout}\n${answer.stderr}`.trim()
  return {
    outcome: 'failed',
    rolledBack: false,
    manifest: undefined,
    cause,
    previous: '',
    serving: '',
    servingRelease: '',
    exitCode: undefined,
    healthCode: undefined,
    ports: [],
    detail: '',
    evidence: { logs, health: '', host: '' },
    steps: [],
  }
}
