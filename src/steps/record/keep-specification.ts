import type { Context } from '../../context.ts'
import { parseImage } from '../../domain/image/image.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { ARTIFACT_TYPE, releaseArtifact, SPECIFICATION_TYPE } from '../../domain/release/release-artifact.ts'
import { DeployError } from '../../errors.ts'
import type { Artifact } from '../../ports/image/artifacts.ts'
import type { Release } from '../../domain/release/release.ts'

/**
 * Stores the specification of a release in the service's own repository, beside its image or, if that is elsewhere, alone. Returns its
 * reference. A recorded specification exists already.
 */
export async function keepSpecification(ctx: Context, release: Release, record: ReleaseRecord | undefined): Promise<string> {
  if (record?.release === release.name && record.artifact !== undefined) return record.artifact
  const credentials = await ctx.repositories.credentials()
  const { registry } = credentials
  const { repository } = ctx.config.image
  const place = { registry, repository, subject: subjectIn({ registry, repository }, release) }
  const artifact = { ...releaseArtifact(release), ...place, type: ARTIFACT_TYPE, textType: SPECIFICATION_TYPE }
  const digest = await keptAs(ctx, artifact, () => ctx.artifacts.put(artifact, credentials))
  return `${registry}/${repository}@${digest}`
}

/** The image, if it is in this repository. */
function subjectIn(place: Pick<Artifact, 'registry' | 'repository'>, release: Release): string | undefined {
  const { registry, repository, digest } = parseImage(release.image)
  return registry === place.registry && repository === place.repository ? digest : undefined
}

/** A service whose image is elsewhere may have no repository yet. */
async function keptAs({ repositories }: Context, artifact: Artifact, put: () => ReturnType<Context['artifacts']['put']>): Promise<string> {
  const { repository } = artifact
  const first = await put()
  if (first.kind === 'kept') return first.digest
  if (first.kind === 'taken') throw takenBy(artifact)
  await repositories.ensure(repository)
  const second = await put()
  if (second.kind === 'kept') return second.digest
  if (second.kind === 'taken') throw takenBy(artifact)
  throw new Error(`The repository ${repository} disappeared after it was created.`)
}

function takenBy({ registry, repository, tag }: Artifact): DeployError {
  const name = `${registry}/${repository}:${tag}`
  return new DeployError('tag-exists', `${name} already exists, but is not the specification of this release.`, {
    hint: 'No run of this action created it. Find out who did, delete the tag, and run this again.',
  })
}
