import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import type { Ordered } from '../domain/stored-order.ts'
import { judgePromotion } from '../domain/promotion.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { serviceKey } from '../domain/service.ts'
import type { Service } from '../domain/service.ts'
import { parseShownRelease } from '../domain/shown-release.ts'
import type { ShownRelease } from '../domain/shown-release.ts'
import { DeployError } from '../errors.ts'

/** Reading takes a second. */
const TIMEOUT = 60
/** Versions of a record that Parameter Store keeps. */
const VERSIONS = 100

/** The release that `from` has verified: the input `release`, or what serves there. Throws a refusal where there is none. Changes nothing. */
export async function verifiedIn(ctx: Context, from: Service): Promise<Ordered> {
  const { config, origin, progress } = ctx
  const record = await origin.records.read(from)
  if (!record)
    throw refused(`nothing is deployed in ${from.environment}`, 'Check the inputs from, service and from-region, or deploy there first.')
  const host = await hostOf(ctx, from, record)
  const [shown, recorded] = await Promise.all([show(ctx, from, host), recordOf(ctx, from, record)])
  const verdict = judgePromotion({ from, record, recorded, shown, force: config.guards.force })
  if (verdict.kind === 'refuse') throw refused(verdict.reason, verdict.next)
  const { release, note } = verdict
  progress.info(`${release.name} is verified in ${from.environment}, on ${host.id}: ${release.digest}`)
  if (note !== undefined) progress.warn(note)
  return release
}

async function hostOf({ origin }: Context, { environment }: Service, { hostId }: ReleaseRecord): Promise<Host> {
  const heal = `Run command: deploy for ${environment}, which brings it back, and promote then.`
  const host = await origin.hosts.get(hostId)
  if (!host) throw refused(`${hostId}, the host of ${environment}, is gone`, heal)
  if (host.state !== 'running') throw refused(`${hostId}, the host of ${environment}, is ${host.state}`, heal)
  const agent = await origin.remote.agent(hostId)
  if (agent.kind !== 'online') throw refused(`SSM cannot reach ${hostId}, the host of ${environment}`, heal)
  return host
}

/** What was recorded when the release was live, which its host cannot write. */
async function recordOf({ config, origin }: Context, from: Service, record: ReleaseRecord): Promise<ReleaseRecord | undefined> {
  if (config.release === undefined || config.release === record.release) return record
  return (await origin.records.history(from, VERSIONS)).find(({ release }) => release === config.release)
}

async function show({ config, origin, signal }: Context, from: Service, host: Host): Promise<ShownRelease> {
  const service = serviceKey(from)
  const payload = [
    ['service', service],
    ['release', config.release ?? ''],
  ] as const
  const command = { hostId: host.id, verb: 'show', payload, comment: `docker-to-ec2: show ${service}`, timeout: TIMEOUT } as const
  const answer = await origin.remote.run(command, signal)
  const shown = parseShownRelease(answer.stdout)
  if (shown) return shown
  throw new DeployError('script-failed', `${host.id}, the host of ${from.environment}, did not tell what it serves (${answer.status})`, {
    next: `Run command: status for ${from.environment}, and run this again.`,
  })
}

function refused(reason: string, next: string): DeployError {
  return new DeployError('refused', reason, { next })
}
