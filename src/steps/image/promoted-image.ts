import type { Context } from '../../context.ts'
import type { Platform } from '../../domain/platform.ts'
import { isEcr, parseImage } from '../../domain/image/image.ts'
import type { ImageReference, PublishedImage } from '../../domain/image/image.ts'
import type { StoredRelease } from '../../domain/release/release-document.ts'
import { imageOf, servesFrom } from '../../domain/release/record.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { ImagePlace } from '../../ports/image/registry.ts'
import { inspected } from './inspect-image.ts'
import type { BringInput, Found, PublishInput } from './found-image.ts'

/**
 * The image of another environment's release: used in place if that is the service's own repository, and copied there by
 * digest otherwise. An image outside of ECR is public, and stays where it is.
 */
export async function findPromoted(
  ctx: Context,
  release: StoredRelease,
  { platform, record }: Omit<PublishInput, 'wanted'>,
): Promise<Found> {
  const known = servedAlready(ctx, release, record)
  if (known) return { kind: 'image', image: known }
  const place = { image: parseImage(release.image), credentials: undefined }
  const target = release.login === '' ? { ...place, holds: true, repository: true } : await targetOf(ctx, release)
  if (target.holds) return { kind: 'image', image: await inspectedAt(ctx, target, { digest: release.digest, platform }) }
  // Check that the hosts could run the image before it is copied.
  await inspectedAt(ctx, await originOf(ctx, release), { digest: release.digest, platform })
  return { kind: target.repository ? 'no-image' : 'no-repository' }
}

async function originOf({ source }: Context, { image: name }: StoredRelease): Promise<ImagePlace> {
  const image = parseImage(name)
  const credentials = await source.repositories.credentials()
  const known = isEcr(image.registry, credentials.registry)
  return { image, credentials: known ? { ...credentials, registry: image.registry } : undefined }
}

function inspectedAt(
  ctx: Context,
  { image, credentials }: ImagePlace,
  { digest, platform }: { readonly digest: string; readonly platform: Platform },
): Promise<PublishedImage> {
  return inspected(ctx, { ...image, tag: undefined, digest }, { credentials, platform, built: false })
}

/** The host has the image, so no registry needs to be asked. */
function servedAlready(
  { config }: Context,
  { image, digest, login }: StoredRelease,
  record: ReleaseRecord | undefined,
): PublishedImage | undefined {
  if (record?.digest !== digest) return undefined
  const served = login === '' ? record.image === image : servesFrom(record, config.image.repository)
  return served ? imageOf(record) : undefined
}

function isSame(one: ImageReference, other: ImageReference): boolean {
  return one.registry === other.registry && one.repository === other.repository
}

interface Target extends ImagePlace {
  /** The image already exists with this tag. */
  readonly holds: boolean
  /** The repository exists. */
  readonly repository: boolean
}

/** The target of the copy. A tag never stands for two contents: if the commit was built here, too, the copy's tag contains the digest. */
async function targetOf(ctx: Context, { image, digest, commit }: StoredRelease): Promise<Target> {
  const { repository } = ctx.config.image
  const credentials = await ctx.repositories.credentials()
  const source = parseImage(image)
  const place = { registry: credentials.registry, repository, tag: undefined, digest: undefined }
  if (isSame(source, place)) return { image: place, credentials, holds: true, repository: true }
  const tags = await ctx.source.repositories.tags(source.repository, digest)
  const usual = tags.find((tag) => tag.startsWith(commit)) ?? commit
  const found = await ctx.repositories.find(repository, usual)
  if (found.kind !== 'image' || found.digest === digest) {
    return { image: { ...place, tag: usual }, credentials, holds: found.kind === 'image', repository: found.kind !== 'no-repository' }
  }
  const tag = `${usual}-${digest.slice(7, 15)}`
  const own = await ctx.repositories.find(repository, tag)
  return { image: { ...place, tag }, credentials, holds: own.kind === 'image', repository: true }
}

/** Copies the image of a promoted release to the repository of its new environment, which is created if it is missing. */
export async function copyPromoted(
  ctx: Context,
  release: StoredRelease,
  { platform, complete, signal }: Omit<BringInput, 'wanted'>,
): Promise<PublishedImage> {
  const { config, progress, registry, repositories } = ctx
  const [target, from] = await Promise.all([
    targetOf(ctx, release),
    originOf(ctx, release),
    complete ? undefined : repositories.ensure(config.image.repository),
  ])
  const { sent, mounted, there, bytes } = await registry.copy(from, target, signal)
  progress.info(
    `Copied ${release.digest} from ${from.image.registry}/${from.image.repository} to ${target.image.registry}/${target.image.repository}:${target.image.tag}; ` +
      `blobs: ${there} existed, ${mounted} were mounted, ${sent} were sent (${bytes} bytes)`,
  )
  return inspectedAt(ctx, target, { digest: release.digest, platform })
}
