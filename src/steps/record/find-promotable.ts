import type { Context } from '../../context.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import { recordedAs, VERSIONS } from '../../domain/release/history.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import { judgePromotion } from '../../domain/rollout/promotion.ts'
import type { HostsSeen } from '../../domain/rollout/promotion.ts'
import { parseStatusResult } from '../../domain/rollout/result.ts'
import { serviceKey } from '../../domain/service.ts'
import type { Service } from '../../domain/service.ts'
import { refused } from '../../errors.ts'
import { readSpecification } from './read-specification.ts'

/**
 * The release that `promote-from` has verified: the input `release`, or what serves there. What it is, record and registry tell; whether it is well there now,
 * its hosts, where they can be asked. Throws a refusal where there is none. Changes nothing.
 */
export async function findPromotable(ctx: Context, from: Service): Promise<StoredRelease> {
  const { config, source, progress } = ctx
  const record = await source.records.read(from)
  if (!record)
    throw refused({
      reason: `nothing is deployed in ${from.environment}`,
      next: 'Check the inputs promote-from, service and promote-from-region, or deploy there first.',
    })
  const { release = record.release } = config
  const history = release === record.release ? [record] : await source.records.history(from, VERSIONS)
  const recorded = recordedAs(release, history)
  const [specification, hosts] = await Promise.all([
    recorded && readSpecification(ctx, recorded, source.repositories),
    hostsOf(ctx, from, record),
  ])
  const verdict = judgePromotion({ from, release, record, history, specification, hosts, allowRolledBack: config.guards.allowRolledBack })
  if (verdict.kind === 'refuse') throw refused(verdict)
  progress.info(`${verdict.release.name} is verified in ${from.environment}: ${verdict.release.digest}`)
  if (hosts.kind === 'not-asked')
    progress.info(`Whether ${from.environment} is well now was not asked: ${hosts.reason}. Record and registry tell what is verified.`)
  if (verdict.note !== undefined) progress.warn(verdict.note)
  return verdict.release
}

async function hostsOf({ source, signal }: Context, from: Service, record: ReleaseRecord): Promise<HostsSeen> {
  const asked = await source.statusQuery.ask(from, hostIdsOf(record), signal)
  if (asked.kind === 'not-asked') return asked
  const seen = asked.answers.map(({ hostId, stdout }) => {
    const services = parseStatusResult(stdout)?.services
    return { hostId, status: services?.find(({ service }) => service === serviceKey(from)), answered: services !== undefined }
  })
  const silent = seen.find(({ answered }) => !answered)
  return silent ? { kind: 'not-asked', reason: `${silent.hostId} gave no answer` } : { kind: 'asked', hosts: seen }
}
