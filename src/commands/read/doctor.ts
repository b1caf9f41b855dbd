import type { Context } from '../../context.ts'
import type { Report } from '../../report/parts/report.ts'
import { sortedChecks } from '../../domain/checkup/check.ts'
import { checkupReport } from '../../report/pages/checkup.ts'
import * as account from '../../steps/checkup/account.ts'
import { examine } from '../../steps/checkup/examine.ts'
import type { Examination } from '../../steps/checkup/examine.ts'
import { lookAtEnvironment } from '../../steps/checkup/environment.ts'
import { lookAtPermissions } from '../../steps/checkup/permissions.ts'
import { lookAtQuotas } from '../../steps/checkup/quotas.ts'
import { lookAtHosts } from '../../steps/checkup/hosts.ts'

const EXAMINATIONS: readonly Examination[] = [
  { area: 'Identity', look: account.lookAtIdentity },
  { area: 'Permissions', look: lookAtPermissions },
  { area: 'GitHub', look: account.lookAtGithub },
  { area: 'Environment', look: lookAtEnvironment },
  { area: 'Network', look: account.lookAtNetwork },
  { area: 'Machine', look: account.lookAtMachine },
  { area: 'Quotas', look: lookAtQuotas },
  { area: 'Host role', look: account.lookAtHostRole },
  { area: 'Registry', look: account.lookAtRegistry },
  { area: 'Record', look: account.lookAtRecord },
  { area: 'Hosts', look: lookAtHosts },
]

/** Looks at all that a deploy needs, and says what is wrong with it. Changes nothing. */
export async function doctor(ctx: Context): Promise<Report> {
  const found = await ctx.progress.step('Check the setup', () => Promise.all(EXAMINATIONS.map((one) => examine(ctx, one))))
  return checkupReport(ctx.config, sortedChecks(found.flat()))
}
