import type { Context } from '../../context.ts'
import { releaseNamed } from '../../domain/rollout/named-release.ts'
import { VERSIONS } from '../../domain/release/history.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Refused } from '../../domain/refusal.ts'
import type { Service } from '../../domain/service.ts'
import { isCommit, versionOfRef } from '../../domain/version/version.ts'
import { commitsTagged } from '../../domain/version/version-tags.ts'

/** The release of a service with this version, by its record and the repository's tags. */
export async function findNamed(
  ctx: Pick<Context, 'config' | 'commits'>,
  {
    service,
    records,
    version,
  }: { readonly service: Service; readonly records: Pick<Context['records'], 'history'>; readonly version: string },
): Promise<ReleaseRecord | Refused> {
  const [history, tagged] = await Promise.all([records.history(service, VERSIONS), taggedWith(ctx, version)])
  return releaseNamed({ version, tagged, environment: service.environment }, history)
}

/** A run for the tag knows its commit without GitHub. */
async function taggedWith(
  { config, commits }: Pick<Context, 'config' | 'commits'>,
  version: string,
): Promise<readonly string[] | undefined> {
  const { ref, commit } = config.job
  if (isCommit(version)) return []
  if (versionOfRef(ref) === version) return [commit]
  const tags = await commits.tags()
  return tags && commitsTagged(tags, version)
}
