import type { Context } from '../../context.ts'
import { aboutTag, parseImage } from '../../domain/image/image.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Sbom } from '../../domain/image/sbom.ts'
import { buildProvenance, PREDICATE } from '../../domain/provenance/build-provenance.ts'
import { DeployError } from '../../errors.ts'
import type { Artifact } from '../../ports/image/artifacts.ts'
import type { BuildSource } from './found-image.ts'

/** For an unsigned statement: https://docs.docker.com/build/metadata/attestations/attestation-storage/ */
const IN_TOTO = 'application/vnd.in-toto+json'

type About = Pick<Artifact, 'tag' | 'type' | 'textType' | 'text' | 'annotations'>

/**
 * Stores the build's provenance and the job's SBOM beside the image, after the push so that its digest stays. A failure here fails no deploy:
 * whoever needs proof requires a signature (`require-attestation`), which this is not.
 */
export async function describeImage(ctx: Context, image: PublishedImage, { source, commit }: Described): Promise<void> {
  if (source === undefined) return
  const about = [...provenanceOf(ctx, image, { source, commit }), ...(source.sbom === undefined ? [] : [sbomOf(image, source.sbom)])]
  await Promise.all(about.map((one) => attached(ctx, image, one)))
}

interface Described<Source = BuildSource | undefined> {
  /** Missing if nothing is built. */
  readonly source: Source
  readonly commit: string
}

function provenanceOf({ config: { job } }: Context, image: PublishedImage, { source, commit }: Described<BuildSource>): About[] {
  if (image.materials === undefined) return []
  const { digest, materials } = image
  const { content, tag, platforms } = source
  const name = image.reference.slice(0, image.reference.indexOf('@'))
  const facts = { name, digest, commit, tag, platforms, asCommitted: content.differences.length === 0, materials }
  const annotations = { 'in-toto.io/predicate-type': PREDICATE }
  return [{ tag: aboutTag(digest, 'provenance'), type: IN_TOTO, textType: IN_TOTO, text: buildProvenance(job, facts), annotations }]
}

function sbomOf({ digest }: PublishedImage, { type, text }: Sbom): About {
  return { tag: aboutTag(digest, 'sbom'), type, textType: type, text }
}

/** An earlier artifact of this kind about this image stays. */
async function attached(ctx: Context, { reference, digest }: PublishedImage, about: About): Promise<void> {
  const { registry, repository } = parseImage(reference)
  try {
    const credentials = await ctx.repositories.credentials()
    const kept = await ctx.artifacts.put({ ...about, registry, repository, subject: digest }, credentials)
    if (kept.kind === 'kept') ctx.progress.info(`Attached to the image: ${repository}:${about.tag}`)
    if (kept.kind === 'taken' && !(kept.subject === digest && kept.type === about.type))
      warnOfOther(ctx, `${repository}:${about.tag}`, about, kept)
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    ctx.progress.warn(
      `${repository}@${digest} has no ${about.type}: ${error.message} Nothing else is missing. Allow the push of artifacts to this repository, and set rebuild: true to add it.`,
    )
  }
}

function warnOfOther(
  { progress }: Context,
  name: string,
  { type }: About,
  other: { type: string | undefined; subject: string | undefined },
): void {
  progress.warn(
    `${name} already exists, but is ${other.type ?? 'of no type'} about ${other.subject ?? 'no image'}, so the image has no ${type}. No run of this action created it. Find out who did, delete the tag, and set rebuild: true to add it.`,
  )
}
