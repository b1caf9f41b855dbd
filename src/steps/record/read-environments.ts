import type { Context } from '../../context.ts'
import { recordedDeliveries } from '../../domain/metrics/recorded.ts'
import type { RecordedEnvironment } from '../../domain/metrics/service-metrics.ts'
import { VERSIONS } from '../../domain/release/history.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'
import { isNotAllowed } from '../../errors.ts'

/** What the records of all environments of the service tell, without previews. If the role cannot read a history, its last run counts alone. */
export async function readEnvironments(ctx: Context): Promise<readonly RecordedEnvironment[]> {
  const { service } = ctx.config
  const others = (await ctx.records.list()).filter((record) => isOther(record, service))
  const own = async (): Promise<RecordedEnvironment> => ({
    environment: service.environment,
    ...recordedDeliveries(await ctx.records.history(service, VERSIONS)),
  })
  return Promise.all([own(), ...others.map((record) => readOther(ctx, record))])
}

function isOther(record: ReleaseRecord, { name, environment }: Service): boolean {
  return record.service === name && record.environment !== environment && record.preview === undefined
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
