import type { Context } from '../context.ts'
import type { Incident } from '../domain/metrics/outages.ts'
import { serviceMetrics } from '../domain/metrics/service-metrics.ts'
import { metricsFiles } from '../report/metrics/files.ts'
import { metricsReport } from '../report/pages/metrics.ts'
import type { Report } from '../report/parts/report.ts'
import { readEnvironments } from '../steps/record/read-environments.ts'

/** Tells how often and how fast releases go live, how many of them fail, and how fast the service recovers. Changes nothing. */
export async function metrics(ctx: Context): Promise<Report> {
  const { config, progress, clock } = ctx
  const { window: seconds, folder } = config.metrics
  const [now, window] = [clock.now(), seconds * 1000]
  const environments = await progress.step('Read the records', () => readEnvironments(ctx))
  const incidents = await readIncidents(ctx, now - window)
  const measured = serviceMetrics({ service: config.service, environments, incidents, window, now })
  if (folder !== undefined) await progress.step('Write the page', () => ctx.resultFiles.write(folder, metricsFiles(measured)))
  return metricsReport(measured)
}

/** Without GitHub, the figures are still those of the records. */
async function readIncidents({ config, incidents, progress }: Context, since: number): Promise<readonly Incident[]> {
  const { incidentLabel } = config.metrics
  if (incidentLabel === undefined) return []
  const read = () => incidents.labelled(incidentLabel, since)
  return progress.step('Read the incidents', read).catch((error: unknown) => {
    progress.warn(`Without the issues with the label ${incidentLabel}, which GitHub does not tell: ${(error as Error).message}`)
    return []
  })
}
