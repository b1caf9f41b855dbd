import type { Context } from '../context.ts'
import { buildTag, isEcr, parseImage } from '../domain/image.ts'
import type { PublishedImage, RegistryCredentials } from '../domain/image.ts'
import type { Platform } from '../domain/host.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { DeployError } from '../errors.ts'

/** What the publishing needs to know of the world. */
export interface PublishInput {
  /** The host's own platform. */
  readonly platform: Platform
  /** The release that serves now, if there is one. */
  readonly record: ReleaseRecord | undefined
  /** Aborts the build. */
  readonly signal: AbortSignal
}

/** Obtains the image: the one that the input names, the one that the commit's tag already has, or a new build. Checks that it runs on the host. */
export async function publish(ctx: Context, input: PublishInput): Promise<PublishedImage> {
  const { config } = ctx
  if (config.image.existing !== undefined) return existingImage(ctx, config.image.existing, input.platform)
  const { repository } = config.image
  const platforms = config.image.platforms.length > 0 ? config.image.platforms : [input.platform]
  if (!platforms.includes(input.platform)) throw wrongPlatform(`${repository} (to be built)`, platforms, input.platform)
  const tag = buildTag(config.job.commit, { ...config.image, platforms })
  const digest = await ctx.repositories.digestOf(repository, tag)
  if (digest !== undefined) return taggedImage(ctx, { repository, tag, digest, ...input })
  return build(ctx, { repository, tag, platforms, signal: input.signal })
}

async function existingImage(ctx: Context, name: string, platform: Platform): Promise<PublishedImage> {
  const image = parseImage(name)
  const credentials = await ecrCredentials(ctx, image.registry)
  const { digest, platforms } = await ctx.registry.inspect(image, credentials)
  if (!platforms.includes(platform)) throw wrongPlatform(name, platforms, platform)
  ctx.progress.info(`${name} is ${digest}`)
  return { reference: `${image.registry}/${image.repository}@${digest}`, digest, login: credentials?.registry, built: false }
}

/** Credentials if the image lies in ECR; a public registry is read without. */
async function ecrCredentials(ctx: Context, registry: string): Promise<RegistryCredentials | undefined> {
  if (['docker.io', 'public.ecr.aws', 'ghcr.io', 'quay.io'].includes(registry)) return undefined
  const credentials = await ctx.repositories.credentials()
  return isEcr(registry, credentials.registry) ? { ...credentials, registry } : undefined
}

/** The tag exists, so its content is what this commit was built to: nothing is built or pushed again. */
async function taggedImage(
  ctx: Context,
  found: PublishInput & { repository: string; tag: string; digest: string },
): Promise<PublishedImage> {
  const { repository, tag, digest, record, platform } = found
  ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`)
  if (record?.digest === digest && record.image.endsWith(`/${repository}@${digest}`)) {
    return { reference: record.image, digest, login: record.login || undefined, built: false }
  }
  const credentials = await ctx.repositories.credentials()
  const { platforms } = await ctx.registry.inspect({ registry: credentials.registry, repository, tag: undefined, digest }, credentials)
  if (!platforms.includes(platform)) throw wrongPlatform(`${repository}:${tag}`, platforms, platform)
  return { reference: `${credentials.registry}/${repository}@${digest}`, digest, login: credentials.registry, built: false }
}

async function build(
  ctx: Context,
  { repository, tag, platforms, signal }: { repository: string; tag: string; platforms: readonly Platform[]; signal: AbortSignal },
): Promise<PublishedImage> {
  const { config, repositories, builder } = ctx
  const { job, image } = config
  const [credentials] = await Promise.all([repositories.credentials(), repositories.ensure(repository)])
  const context = under(job.workspace, image.context)
  const target = {
    context,
    dockerfile: image.dockerfile === undefined ? under(context, 'Dockerfile') : under(job.workspace, image.dockerfile),
    target: image.target,
    buildArgs: image.buildArgs,
    platforms,
    repository: `${credentials.registry}/${repository}`,
    tag,
    cache: image.cache,
    labels: { 'org.opencontainers.image.revision': job.commit, 'org.opencontainers.image.source': `${job.serverUrl}/${job.repository}` },
  }
  const digest = await builder
    .buildAndPush(target, credentials, signal)
    .catch((error: unknown) => pushedMeanwhile(ctx, { repository, tag, error }))
  return { reference: `${credentials.registry}/${repository}@${digest}`, digest, login: credentials.registry, built: true }
}

/** Another run of the same commit was faster: its image is this commit's as much as ours would have been. */
async function pushedMeanwhile(
  ctx: Context,
  { repository, tag, error }: { repository: string; tag: string; error: unknown },
): Promise<string> {
  const digest = error instanceof DeployError && error.code === 'tag-exists' ? await ctx.repositories.digestOf(repository, tag) : undefined
  if (digest === undefined) throw error
  ctx.progress.info(`${repository}:${tag} was pushed by another run meanwhile: ${digest}`)
  return digest
}

/** Not `path.resolve`: the bundler takes its arguments for files that belong into the bundle. */
function under(folder: string, path: string): string {
  return path.startsWith('/') ? path : `${folder}/${path}`
}

function wrongPlatform(image: string, has: readonly string[], needs: Platform): DeployError {
  return new DeployError('wrong-platform', `${image} is for ${has.join(', ')}, and the host needs ${needs}`, {
    next: `Leave the input platforms empty to build for the host's own platform, add ${needs} to it, or choose an instance-type of the image's architecture.`,
  })
}
