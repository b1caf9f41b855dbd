import type { Context } from '../../context.ts'
import { hostsWithoutProgram } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { failureOf, parseDeployResult } from '../../domain/rollout/result.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { explainCause } from '../../domain/cause/explain-cause.ts'
import { DeployError } from '../../errors.ts'
import { resultOf } from './host-result.ts'

/** Brings the host program to hosts that may lack it, before anything waits for them. Throws if a host does not accept it. */
export async function bringProgram(ctx: Context, hostIds: readonly string[], record: ReleaseRecord | undefined): Promise<void> {
  const without = hostsWithoutProgram(record, hostIds, await ctx.remote.program())
  if (without.length === 0) return
  const answers = await ctx.remote.bring(without, ctx.signal)
  const failed = failureOf(
    answers.filter(({ status }) => status !== 'succeeded').map((answer) => resultOf(answer, parseDeployResult(answer.stdout))),
  )
  if (failed) throw notTaken(ctx, failed)
}

function notTaken({ config, progress }: Context, failed: HostResult): DeployError {
  const { hostId, cause = 'program-failed', evidence } = failed
  if (evidence.logs !== '') progress.info(evidence.logs)
  const { sentence, hint } = explainCause({ ...failed, cause, port: config.spec.port, healthPath: config.spec['health-path'] })
  return new DeployError(cause, `${hostId} does not accept the host program: ${sentence}`, { hint })
}
