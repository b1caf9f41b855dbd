import type { Context } from '../../context.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import { judgePromotion } from '../../domain/rollout/promotion.ts'
import type { Verdict } from '../../domain/rollout/promotion.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'
import { showOrder } from '../../domain/order/order.ts'
import { parseShownRelease } from '../../domain/rollout/shown-release.ts'
import type { ShownRelease } from '../../domain/rollout/shown-release.ts'
import { DeployError, refused } from '../../errors.ts'
import { orderSpec } from '../orders/order-spec.ts'

/** Reading takes a second. */
const TIMEOUT = 60
/** Versions of a record that Parameter Store keeps. */
const VERSIONS = 100

/** The release that every host of `promote-from` has verified: the input `release`, or what serves there. Throws a refusal where there is none. Changes nothing. */
export async function findPromotable(ctx: Context, from: Service): Promise<StoredRelease> {
  const { config, source, progress } = ctx
  const record = await source.records.read(from)
  if (!record)
    throw refused({
      reason: `nothing is deployed in ${from.environment}`,
      next: 'Check the inputs promote-from, service and promote-from-region, or deploy there first.',
    })
  const hostIds = await hostsOf(ctx, from, record)
  const [shown, recorded] = await Promise.all([show(ctx, from, hostIds), recordOf(ctx, from, record)])
  const verdicts = shown.map((one) =>
    judgePromotion({ from, record, recorded, shown: one, allowRolledBack: config.guards.allowRolledBack }),
  )
  const [verdict] = verdicts.toSorted(refusalsFirst)
  if (verdict === undefined) throw new Error('A record names one host at least.')
  if (verdict.kind === 'refuse') throw refused(verdict)
  const { release, note } = verdict
  progress.info(`${release.name} is verified in ${from.environment}, on ${hostIds.join(', ')}: ${release.digest}`)
  if (note !== undefined) progress.warn(note)
  return release
}

function refusalsFirst(a: Verdict, b: Verdict): number {
  return Number(b.kind === 'refuse') - Number(a.kind === 'refuse')
}

async function hostsOf({ source }: Context, { environment }: Service, record: ReleaseRecord): Promise<readonly string[]> {
  const next = `Run command: deploy for ${environment}, which brings it back, and promote then.`
  const hostIds = hostIdsOf(record)
  const hosts = await Promise.all(hostIds.map((id) => source.hosts.get(id)))
  for (const [at, id] of hostIds.entries()) {
    const state = hosts[at]?.state ?? 'gone'
    if (state !== 'running') throw refused({ reason: `${id}, the host of ${environment}, is ${state}`, next })
  }
  const agents = await source.remote.agents(hostIds)
  const silent = hostIds.find((_, at) => agents[at]?.kind !== 'online')
  if (silent !== undefined) throw refused({ reason: `SSM cannot reach ${silent}, the host of ${environment}`, next })
  return hostIds
}

/** What was recorded when the release was live, which its host cannot write. */
async function recordOf({ config, source }: Context, from: Service, record: ReleaseRecord): Promise<ReleaseRecord | undefined> {
  if (config.release === undefined || config.release === record.release) return record
  return (await source.records.history(from, VERSIONS)).find(({ release }) => release === config.release)
}

async function show(ctx: Context, from: Service, hostIds: readonly string[]): Promise<readonly ShownRelease[]> {
  const { config, source, signal } = ctx
  const region = config.promotion?.region ?? config.region
  const order = showOrder({ ...orderSpec(ctx), service: from, region }, config.release ?? '')
  const comment = `docker-to-ec2: show ${order.service}`
  const answers = await source.remote.run({ hostIds, order, comment, timeout: TIMEOUT, continueOnError: true }, signal)
  return answers.map(({ hostId, stdout, status }) => {
    const shown = parseShownRelease(stdout)
    if (shown) return shown
    throw new DeployError('program-failed', `${hostId}, the host of ${from.environment}, did not tell what it serves (${status})`, {
      next: `Run command: status for ${from.environment}, and run this again.`,
    })
  })
}
