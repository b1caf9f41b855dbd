import type { Context } from '../../context.ts'
import { parseImage } from '../../domain/image/image.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { refuseTaken } from '../../domain/rollout/named-release.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { imageTagOf } from '../../domain/version/semver.ts'
import { assertNotRefused } from '../../errors.ts'

/**
 * Tags the image with its version, before a host learns of the release. Tags of the repository never move, so the version names only this digest from then on.
 * For an image in another repository, only the record keeps the version.
 */
export async function tagVersion(
  ctx: Context,
  { reference, digest }: PublishedImage,
  { semver, record }: { readonly semver: string | undefined; readonly record: ReleaseRecord | undefined },
): Promise<void> {
  if (semver === undefined || (record?.semver === semver && record.digest === digest)) return
  const image = parseImage(reference)
  const credentials = await ctx.repositories.credentials()
  const { repository } = ctx.config.image
  if (image.registry !== credentials.registry || image.repository !== repository) return
  const tag = imageTagOf(semver)
  if (await isTagged(ctx, { repository, tag, digest, semver })) return
  try {
    await ctx.registry.tag(image, tag, credentials)
    ctx.progress.info(`${semver} is ${digest} from now on: ${repository}:${tag}`)
  } catch (error) {
    if (!(await isTagged(ctx, { repository, tag, digest, semver }))) throw error
  }
}

interface Wish {
  readonly repository: string
  readonly tag: string
  readonly digest: string
  readonly semver: string
}

/** Throws if another image has the tag. */
async function isTagged({ repositories }: Context, { repository, tag, digest, semver }: Wish): Promise<boolean> {
  const found = await repositories.find(repository, tag)
  if (found.kind !== 'image') return false
  assertNotRefused(refuseTaken(semver, digest, { digest: found.digest, where: `the tag ${tag} of ${repository}` }))
  return true
}
