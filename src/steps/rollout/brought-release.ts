import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import { refuse } from '../../domain/refusal.ts'
import { recordedAs, recordedBefore, VERSIONS } from '../../domain/release/history.ts'
import { releaseDocument } from '../../domain/release/release-document.ts'
import type { ReleaseDocument, StoredRelease } from '../../domain/release/release-document.ts'
import { refused } from '../../errors.ts'
import type { PreparedHosts } from '../hosts/prepare-hosts.ts'
import { readSpecification } from '../record/read-specification.ts'

/**
 * The release that hosts return to but no longer have: `asked`, or if empty the recorded predecessor of the live one. It must have been live here
 * by the record, and the registry must have it. Otherwise `undefined`, with a line in the log.
 */
export async function broughtRelease(
  ctx: Context,
  asked: string,
  { vpc }: Pick<PreparedHosts, 'vpc'>,
): Promise<ReleaseDocument | undefined> {
  const { config, records, repositories, progress } = ctx
  const history = await records.history(config.service, VERSIONS)
  const recorded = asked === '' ? recordedBefore(history) : recordedAs(asked, history)
  const specification = recorded && (await readSpecification(ctx, recorded, repositories))
  if (typeof specification === 'object') return documentHere(ctx, specification, vpc)
  progress.info(
    recorded === undefined
      ? `The record does not have ${asked === '' ? 'an earlier release' : asked}, either`
      : `The specification of ${recorded.release} in the registry is ${specification}`,
  )
  return undefined
}

/** The release in the form that this service's hosts store. */
function documentHere({ config }: Context, release: StoredRelease, vpc: readonly string[]): ReleaseDocument {
  const { service, job } = config
  if (release.spec['trusted-proxies'].includes('vpc') && vpc.length === 0) {
    const reason = `${release.name} trusts the proxies of the VPC, whose CIDRs are unknown, because AWS shows no route table`
    throw refused(refuse(reason, 'Deploy its commit with the CIDRs of the balancer in trusted-proxies instead of vpc.'))
  }
  return releaseDocument({ service, release, login: release.login, vpc, runUrl: runUrl(job) })
}
