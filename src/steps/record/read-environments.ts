import type { Context } from '../../context.ts'
import { recordedDeliveries } from '../../domain/metrics/recorded.ts'
import type { RecordedEnvironment } from '../../domain/metrics/service-metrics.ts'
import { VERSIONS } from '../../domain/release/history.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { isNotAllowed } from '../../errors.ts'

/** What the records of all environments of the service tell. Of those whose history the role may not read, that is the last run alone. */
export async function readEnvironments(ctx: Context): Promise<readonly RecordedEnvironment[]> {
  const { service } = ctx.config
  const others = (await ctx.records.list()).filter(
    ({ service: name, environment }) => name === service.name && environment !== service.environment,
  )
  const own = async (): Promise<RecordedEnvironment> => ({
    environment: service.environment,
    ...recordedDeliveries(await ctx.records.history(service, VERSIONS)),
  })
  return Promise.all([own(), ...others.map((record) => readOther(ctx, record))])
}

async function readOther(ctx: Context, record: ReleaseRecord): Promise<RecordedEnvironment> {
  const { service: name, environment } = record
  const history = await ctx.records.history({ name, environment }, VERSIONS).catch((error: unknown) => {
    if (!isNotAllowed(error)) throw error
    ctx.progress.warn(`${environment}: this role may not read its history, so only its last run counts`)
    return [record]
  })
  return { environment, ...recordedDeliveries(history) }
}
