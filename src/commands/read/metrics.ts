import type { Context } from '../../context.ts'
import { refuseFormerName } from '../../domain/identity/default-name.ts'
import type { Incident } from '../../domain/metrics/outages.ts'
import { recordedDeliveries } from '../../domain/metrics/recorded.ts'
import { serviceMetrics } from '../../domain/metrics/service-metrics.ts'
import type { RecordedEnvironment } from '../../domain/metrics/service-metrics.ts'
import { VERSIONS } from '../../domain/release/history.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'
import { assertNotRefused, isNotAllowed, messageOf } from '../../errors.ts'
import { metricsFiles } from '../../report/metrics/files.ts'
import { metricsReport } from '../../report/pages/metrics.ts'
import { withDeployments } from '../../steps/metrics/earlier-deliveries.ts'
import type { Report } from '../../report/parts/report.ts'

/** Shows how often and how fast releases go live, how many fail, and how long recovery takes. Changes nothing. */
export async function metrics(ctx: Context): Promise<Report> {
  const { config, progress, clock } = ctx
  const { window: seconds, folder } = config.metrics
  const [now, window] = [clock.now(), seconds * 1000]
  const recorded = await progress.step('Read the records', () => readEnvironments(ctx))
  const environments = await Promise.all(recorded.map((one) => withDeployments(ctx, one, now - window)))
  const incidents = await readIncidents(ctx, now - window)
  const measured = serviceMetrics({ service: config.service, environments, incidents, window, now })
  if (folder !== undefined) await progress.step('Write the page', () => ctx.resultFiles.write(folder, metricsFiles(measured)))
  return metricsReport(measured)
}

/** Without GitHub, the metrics still come from the records. */
async function readIncidents({ config, incidents, progress }: Context, since: number): Promise<readonly Incident[]> {
  const { incidentLabel } = config.metrics
  if (incidentLabel === undefined) return []
  const read = () => incidents.labelled(incidentLabel, since)
  return progress.step('Read the incidents', read).catch((error: unknown) => {
    progress.warn(`Without the issues with the label ${incidentLabel}, which GitHub does not tell: ${messageOf(error)}`)
    return []
  })
}

/** The records of all environments of the service, without previews. If the role cannot read a history, only its last run counts. */
async function readEnvironments(ctx: Context): Promise<readonly RecordedEnvironment[]> {
  const { service } = ctx.config
  const { records, unreadable } = await ctx.records.list()
  for (const { name, environment } of unreadable)
    if (name === service.name) ctx.progress.warn(`${environment}: its record cannot be read, so the metrics are without it`)
  assertNotRefused(refuseFormerName(service, ctx.config.namedAfter, records))
  const others = records.filter((record) => isOther(record, service))
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
    ctx.progress.warn(`${environment}: this role cannot read its history, so only its last run counts`)
    return [record]
  })
  return { environment, ...recordedDeliveries(history) }
}
