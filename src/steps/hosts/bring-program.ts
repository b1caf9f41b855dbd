import type { Context } from '../../context.ts'
import { hostsWithoutProgram } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { failureOf, parseDeployResult } from '../../domain/rollout/result.ts'
import { hostError, resultOf } from './host-result.ts'

/** Brings the host program to hosts that may lack it, before anything waits for them. Throws if a host does not accept it. */
export async function bringProgram(ctx: Context, hostIds: readonly string[], record: ReleaseRecord | undefined): Promise<void> {
  const without = hostsWithoutProgram(record, hostIds, await ctx.remote.program())
  if (without.length === 0) return
  const answers = await ctx.remote.bring(without, ctx.signal)
  const failed = failureOf(
    answers.filter(({ status }) => status !== 'succeeded').map((answer) => resultOf(answer, parseDeployResult(answer.stdout))),
  )
  if (failed) throw hostError(ctx, failed, 'does not accept the host program')
}
