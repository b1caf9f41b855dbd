import type { Context } from '../../context.ts'
import { portsBeside, portsOf, portWords } from '../../domain/open-ports.ts'
import type { OpenPort } from '../../domain/open-ports.ts'
import { hostIdsOf, ofService } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { DeployError } from '../../errors.ts'

/**
 * Once a release serves on other ports than the one before: closes those that neither it nor another service on its hosts is reached by. An open port without a
 * listener is no reason to call the release failed.
 */
export async function closePorts(ctx: Context, record: ReleaseRecord | undefined): Promise<void> {
  const { service, ports } = ctx.config.host
  if (record === undefined || portsBeside(portsOf(record.route), ports).length === 0) return
  try {
    const closed = await ctx.networks.closePorts(service, [...ports, ...(await portsOfGuests(ctx, record))])
    if (closed.length > 0) ctx.progress.info(`Closed ${portWords(closed)}`)
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    ctx.progress.warn(`A port that nothing needs any more is still open: ${error.message} ${error.hint ?? ''}`)
  }
}

async function portsOfGuests({ config, records }: Context, record: ReleaseRecord): Promise<readonly OpenPort[]> {
  const hosts = hostIdsOf(record)
  const guests = (await records.list()).filter((other) => !ofService(other, config.service))
  return guests.filter((other) => hostIdsOf(other).some((id) => hosts.includes(id))).flatMap(({ route }) => portsOf(route))
}
