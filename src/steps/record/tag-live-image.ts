import type { Context } from '../../context.ts'
import { liveTag, parseImage } from '../../domain/image/image.ts'
import type { ServedRelease } from '../../domain/release/release.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import { messageOf } from '../../errors.ts'

/**
 * Tags the live image, so that the repository's lifecycle rules never expire it, however many images follow. Images in other repositories
 * are their owners' responsibility. A missing tag does not fail a run whose service serves.
 */
export async function tagLiveImage(
  { config, registry, repositories, progress }: Context,
  { image, login, digest }: Pick<ServedRelease, 'image' | 'login' | 'digest'>,
  before: ReleaseRecord | undefined,
): Promise<void> {
  const reference = parseImage(image)
  if (digest === before?.digest || login === '' || reference.repository !== config.image.repository) return
  try {
    const credentials = await repositories.credentials()
    if (reference.registry === credentials.registry) await registry.tag(reference, liveTag(config.service), credentials)
  } catch (error) {
    progress.info(`${reference.repository} does not know which image is live, and may let it expire: ${messageOf(error)}`)
  }
}
