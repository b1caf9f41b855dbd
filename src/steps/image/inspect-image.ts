import type { Context } from '../../context.ts'
import type { ImageReference, PublishedImage, RegistryCredentials } from '../../domain/image/image.ts'
import type { Platform } from '../../domain/platform.ts'
import { DeployError } from '../../errors.ts'

interface Inspection {
  readonly credentials: RegistryCredentials | undefined
  readonly platform: Platform
  readonly built: boolean
}

/** Reads the image's properties from the registry, and refuses an image that the host could not run. */
export async function inspected(
  ctx: Context,
  image: ImageReference,
  { credentials, platform, built }: Inspection,
): Promise<PublishedImage> {
  const { digest, platforms, bytes, volumes } = await ctx.registry.inspect(image, credentials)
  if (!platforms.includes(platform)) throw wrongPlatform(`${image.repository}:${image.tag ?? digest}`, platforms, platform)
  return { reference: `${image.registry}/${image.repository}@${digest}`, digest, login: credentials?.registry, built, bytes, volumes }
}

/** The error for an image that has no variant for the hosts. `has`: its platforms. */
export function wrongPlatform(image: string, has: readonly string[], needs: Platform): DeployError {
  return new DeployError('wrong-platform', `${image} is for ${has.join(', ')}, but the host needs ${needs}`, {
    hint: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.`,
  })
}
