import type { PromotionConfig } from '../../config/config.ts'
import type { Context } from '../../context.ts'
import { recordedAs, VERSIONS } from '../../domain/release/history.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { refuse } from '../../domain/refusal.ts'
import type { Refused } from '../../domain/refusal.ts'
import type { Service } from '../../domain/service.ts'
import { refuseTaken } from '../../domain/rollout/named-release.ts'
import { judgePromotion } from '../../domain/rollout/promotion.ts'
import type { Verdict } from '../../domain/rollout/promotion.ts'
import { refuseName } from '../hosts/hosts-snapshot.ts'
import { askForStatus } from '../orders/ask-for-status.ts'
import { findNamed } from '../version/find-named.ts'
import { readSpecification } from './read-specification.ts'

/**
 * The verified release of `promote-from`: that of the input `release` or `version`, or the live one. Record and registry describe it; the hosts, if they can be asked,
 * say whether it is healthy there now. Changes nothing.
 */
export async function findPromotable(ctx: Context, { from, minSoakMs }: PromotionConfig): Promise<Verdict> {
  const { config, source, progress, signal, clock } = ctx
  const record = await source.records.read(from)
  const notOwn = await refuseName({ config: { ...config, service: from }, records: source.records }, record)
  if (notOwn) return refuse(notOwn.reason, notOwn.hint)
  if (!record)
    return refuse(
      `nothing is deployed in ${from.environment}`,
      'Check the inputs promote-from, service and promote-from-region, or deploy there first.',
    )
  const named = await askedRelease(ctx, from)
  if (typeof named === 'object') return named
  const release = named ?? record.release
  const history = release === record.release ? [record] : await source.records.history(from, VERSIONS)
  const recorded = recordedAs(release, history)
  const taken = recorded && (await refuseOtherVersion(ctx, from, recorded))
  if (taken) return taken
  const [specification, hosts] = await Promise.all([
    recorded && readSpecification(ctx, recorded, source.repositories),
    askForStatus({ statusQuery: source.statusQuery, signal }, from, hostIdsOf(record)),
  ])
  const { allowRolledBack } = config.guards
  const verified = { from, release, record, history, specification, hosts }
  const verdict = judgePromotion({ ...verified, allowRolledBack, minSoakMs, now: clock.now() })
  if (verdict.kind === 'refuse') return verdict
  progress.info(`${verdict.release.name} is verified in ${from.environment}: ${verdict.release.digest}`)
  if (hosts.kind === 'not-asked')
    progress.info(`The health of ${from.environment} was not checked: ${hosts.reason}. Record and registry say what is verified.`)
  if (verdict.note !== undefined) progress.warn(verdict.note)
  return verdict
}

/** If the inputs name a release and give it a version: refuses the version of another release. */
async function refuseOtherVersion({ config, source }: Context, from: Service, { digest }: ReleaseRecord): Promise<Refused | undefined> {
  const { release, versioning } = config
  const version = versioning.asked
  if (release === undefined || version === undefined) return undefined
  const named = (await source.records.history(from, VERSIONS)).filter(({ semver }) => semver === version)
  const [other] = named.some((one) => one.digest === digest) ? [] : named
  return refuseTaken(version, digest, other && { digest: other.digest, where: `the record of ${from.environment}` })
}

/** The name of the release in the inputs; `undefined`: they name none. */
async function askedRelease(ctx: Context, service: Service): Promise<string | Refused | undefined> {
  const { release, versioning } = ctx.config
  if (release !== undefined || versioning.asked === undefined) return release
  const found = await findNamed(ctx, { service, records: ctx.source.records, version: versioning.asked })
  return 'kind' in found ? found : found.release
}
