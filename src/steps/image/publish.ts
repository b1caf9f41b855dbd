import { buildPaths } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import { AS_COMMITTED, differenceWords } from '../../domain/image/build-files.ts'
import { buildTag, isEcr, parseImage, rebuildTags } from '../../domain/image/image.ts'
import type { BuildSpec, PublishedImage, RegistryCredentials } from '../../domain/image/image.ts'
import type { Built } from '../../domain/image/build-metadata.ts'
import type { Sbom } from '../../domain/image/sbom.ts'
import { readDockerfile, UNKNOWN_DOCKERFILE } from '../../domain/image/dockerfile.ts'
import { imageLabels } from '../../domain/image/labels.ts'
import type { Origin } from '../../domain/image/labels.ts'
import type { Platform } from '../../domain/platform.ts'
import { imageOf, servesFrom } from '../../domain/release/record.ts'
import { DeployError, refused } from '../../errors.ts'
import { inspected, wrongPlatform } from './inspect-image.ts'
import { copyPromoted, findPromoted } from './promoted-image.ts'
import type { BringInput, BuildSource, Found, PublishInput } from './found-image.ts'
import { shortCommit } from '../../domain/commits.ts'

/** The existing image: the promoted one, the one that the input names, or the one with the commit's tag; otherwise, why the run must bring it. */
export async function findImage(ctx: Context, input: PublishInput): Promise<Found> {
  const { wanted } = input
  if (wanted.kind === 'promoted') return findPromoted(ctx, wanted.from.release, input)
  if (wanted.kind === 'given') return { kind: 'image', image: await existingImage(ctx, wanted.image, input.platform) }
  return findBuilt(ctx, await sourceOf(ctx, input), input)
}

/** The latest image of this commit and content; for `rebuild`, the next free tag. */
async function findBuilt(ctx: Context, source: BuildSource, input: PublishInput): Promise<Found> {
  const { repository, rebuild } = ctx.config.image
  const tags = rebuildTags(source.tag)
  const found = await ctx.repositories.newest(repository, tags)
  if (found.kind !== 'image') return { kind: found.kind, source }
  if (rebuild) return { kind: 'no-image', source: { ...source, tag: nextTag(tags, found.tag), rebuilds: source.tag } }
  const image = await taggedImage(ctx, { repository, tag: found.tag, digest: found.digest, ...input })
  return { kind: 'image', image, source: { ...source, tag: found.tag } }
}

function nextTag(tags: readonly string[], last: string): string {
  const next = tags[tags.indexOf(last) + 1]
  if (next !== undefined) return next
  throw refused({ reason: `rebuild: this commit was built ${tags.length} times`, hint: 'Deploy another commit, such as an empty one.' })
}

/** What this run would build, and the tag of the result. */
async function sourceOf(
  { config, checkout, progress }: Context,
  { wanted: { commit }, platform }: Pick<PublishInput, 'wanted' | 'platform'>,
): Promise<BuildSource> {
  const content = (await checkout.content()) ?? AS_COMMITTED
  const { differences, identity } = content
  if (differences.length > 0)
    progress.info(`Changed since commit ${shortCommit(commit)}, so part of the image's tag: ${differenceWords(differences)}`)
  const platforms = platformsOf(config, platform)
  return {
    tag: buildTag(commit, { ...config.image, platforms, content: identity }),
    content,
    platforms,
    sbom: await sbomOf({ config, checkout }),
  }
}

/** A plan builds nothing, so its job need not have a checkout. */
async function sbomOf({ config: { command, image }, checkout }: Pick<Context, 'config' | 'checkout'>): Promise<Sbom | undefined> {
  return command === 'plan' || image.sbom === undefined ? undefined : checkout.sbom(image.sbom)
}

/** Brings a missing image: copies it if another environment has it, and builds it otherwise. */
export function bringImage(ctx: Context, input: BringInput): Promise<PublishedImage> {
  const { wanted } = input
  return wanted.kind === 'promoted' ? copyPromoted(ctx, wanted.from.release, input) : buildImage(ctx, input)
}

/** Builds the commit's image and pushes it. Creates the repository first, unless `complete` says that an earlier run did. */
async function buildImage(ctx: Context, { wanted, platform, source, complete, signal }: BringInput): Promise<PublishedImage> {
  const { config, repositories, builder } = ctx
  const { repository } = config.image
  const { tag } = source ?? (await sourceOf(ctx, { wanted, platform }))
  const [credentials] = await Promise.all([repositories.credentials(), complete ? undefined : repositories.ensure(repository)])
  const target = await buildSpec(ctx, wanted.commit, {
    repository: `${credentials.registry}/${repository}`,
    tag,
    platforms: platformsOf(config, platform),
  })
  const { digest, ...told } = await builder
    .buildAndPush(target, credentials, signal)
    .catch((error: unknown) => pushedMeanwhile(ctx, { repository, tag, error }))
  const image = { registry: credentials.registry, repository, tag: undefined, digest }
  return { ...(await inspected(ctx, image, { credentials, platform, built: true })), ...told }
}

function platformsOf(config: Context['config'], platform: Platform): readonly Platform[] {
  const platforms = config.image.platforms.length > 0 ? config.image.platforms : [platform]
  if (!platforms.includes(platform)) throw wrongPlatform(`${config.image.repository} (to be built)`, platforms, platform)
  return platforms
}

async function existingImage(ctx: Context, name: string, platform: Platform): Promise<PublishedImage> {
  const image = parseImage(name)
  const found = await inspected(ctx, image, { credentials: await ecrCredentials(ctx, image.registry), platform, built: false })
  ctx.progress.info(`${name} is ${found.digest}`)
  return found
}

/** Credentials if the image is in ECR; a public registry needs none. */
async function ecrCredentials(ctx: Context, registry: string): Promise<RegistryCredentials | undefined> {
  if (['docker.io', 'public.ecr.aws', 'ghcr.io', 'quay.io'].includes(registry)) return undefined
  const credentials = await ctx.repositories.credentials()
  return isEcr(registry, credentials.registry) ? { ...credentials, registry } : undefined
}

/**
 * The tag exists, so this commit was built already, and nothing is built or pushed again. That is safe if nobody else can push: the record, which
 * only this environment's role writes, shows that it was deployed from there. For any other image, the repository must belong to the environment alone.
 */
async function taggedImage(
  ctx: Context,
  found: PublishInput & { repository: string; tag: string; digest: string },
): Promise<PublishedImage> {
  const { repository, tag, digest, record, platform } = found
  ctx.progress.info(`${repository}:${tag} is already in the registry: ${digest}`)
  if (record?.digest === digest && servesFrom(record, repository)) return imageOf(record)
  await ctx.repositories.assertOwn(repository)
  const credentials = await ctx.repositories.credentials()
  return inspected(ctx, { registry: credentials.registry, repository, tag: undefined, digest }, { credentials, platform, built: false })
}

type BuildTarget = Pick<BuildSpec, 'repository' | 'tag' | 'platforms'>

async function buildSpec(ctx: Context, commit: string, to: BuildTarget): Promise<BuildSpec> {
  const { job, image } = ctx.config
  return {
    ...to,
    ...buildPaths(job, image),
    target: image.target,
    buildArgs: image.buildArgs,
    secrets: image.secrets,
    ssh: image.ssh,
    cache: image.cache,
    fresh: image.rebuild,
    labels: imageLabels(await originOf(ctx, commit, to.tag)),
  }
}

async function originOf({ config: { job, image, service }, checkout }: Context, commit: string, tag: string): Promise<Origin> {
  const [committedAt, readme, text] = await Promise.all([checkout.committedAt(), checkout.readme(), checkout.dockerfile()])
  const dockerfile = text === undefined ? UNKNOWN_DOCKERFILE : readDockerfile(text, image)
  const { serverUrl, repository, about } = job
  return { title: service.name, serverUrl, repository, about, commit, tag, committedAt, readme, dockerfile }
}

/** Another run of the same commit was faster: its image is as valid as ours. */
async function pushedMeanwhile(
  ctx: Context,
  { repository, tag, error }: { repository: string; tag: string; error: unknown },
): Promise<Pick<Built, 'digest'>> {
  const found = error instanceof DeployError && error.code === 'tag-exists' ? await ctx.repositories.find(repository, tag) : undefined
  if (found?.kind !== 'image') throw error
  await ctx.repositories.assertOwn(repository)
  ctx.progress.info(`${repository}:${tag} was pushed by another run in the meantime: ${found.digest}`)
  return { digest: found.digest }
}
