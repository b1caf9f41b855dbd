import type { Context } from '../../context.ts'
import { deployedDeliveries, withEarlier } from '../../domain/metrics/deployed.ts'
import type { RecordedEnvironment } from '../../domain/metrics/service-metrics.ts'
import { DeployError, messageOf } from '../../errors.ts'
import { HOUR } from '../../domain/duration.ts'

/** Milliseconds by which GitHub's clock and a runner's can differ, and that a deployment can be created after its run began. */
const SLACK = HOUR

/** The environment's data, with GitHub's deployments from before its records if these begin after `from`. Without GitHub, the records alone count. */
export async function withDeployments(ctx: Context, known: RecordedEnvironment, from: number): Promise<RecordedEnvironment> {
  const { config, clock, deploymentHistory, progress } = ctx
  const { since = clock.now(), environment } = known
  if (since <= from) return known
  try {
    const { deployments, complete } = await deploymentHistory.within(environment, { from: from - SLACK, until: since + SLACK })
    const earlier = deployedDeliveries({ name: config.service.name, environment }, deployments)
    return { ...known, ...withEarlier(known, earlier, { from, complete }) }
  } catch (error) {
    const hint = error instanceof DeployError ? ` ${error.hint ?? ''}` : ''
    const words = `${environment}: counted from its records alone, without GitHub's older deployments: ${messageOf(error)}.${hint}`
    // Records that go back to the first deploy lack nothing, unless the service was destroyed before.
    if (known.cut) progress.warn(words)
    else progress.info(words)
    return known
  }
}
