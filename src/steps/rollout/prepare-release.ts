import type { Context } from '../../context.ts'
import { assertNotRefused } from '../../errors.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import { servesFrom } from '../../domain/release/record.ts'
import { releaseOf } from '../../domain/release/wanted.ts'
import { prepareHosts, provisionHosts } from '../hosts/prepare-hosts.ts'
import type { PreparedHosts } from '../hosts/prepare-hosts.ts'
import { pointBeforeRelease } from '../dns/release-names.ts'
import { describeImage } from '../image/describe-image.ts'
import { bringImage } from '../image/publish.ts'
import { refuseBuilt } from '../image/proof.ts'
import { tagVersion } from '../version/tag-version.ts'
import { keepSpecification } from '../record/keep-specification.ts'
import type { DeploySnapshot } from '../snapshot/deploy-snapshot.ts'
import type { ApplicableHosts } from '../hosts/hosts-snapshot.ts'

/** The snapshot, and the release for these hosts. */
type Wanting = ApplicableHosts &
  Pick<DeploySnapshot, 'wanted' | 'names' | 'semver'> & { readonly image: NonNullable<DeploySnapshot['image']> }

/**
 * Publishes the image and prepares the hosts. Without the lease, it creates nothing, so it does not ask for the VPC's addresses.
 *
 * Both run in parallel, and the first failure fails the run. It stops the build, which then removes its credentials. A cancelled run still
 * waits for its current request: the next run must see the host that it launched.
 */
export async function prepareRelease(ctx: Context, seen: Wanting, holding: boolean): Promise<PreparedHosts & Published> {
  const stop = new AbortController()
  const signal = AbortSignal.any([ctx.signal, stop.signal])
  const provisioned = ctx.progress.step('host', () => hostsFor(ctx, seen, holding))
  const published = ctx.progress.step('image', () => publish(ctx, seen, signal))
  try {
    const [prepared, image] = await Promise.all([provisioned, published])
    return { ...prepared, ...image }
  } finally {
    stop.abort()
    await Promise.allSettled(ctx.signal.aborted ? [provisioned, published] : [published])
  }
}

/** Includes the names that lead to the hosts: DNS takes about as long as a build. */
async function hostsFor(ctx: Context, seen: Wanting, holding: boolean): Promise<PreparedHosts> {
  const input = { ...seen, spec: seen.wanted.spec }
  if (!holding) return provisionHosts(ctx, input)
  const prepared = await prepareHosts(ctx, input)
  await pointBeforeRelease(ctx, seen, prepared.hosts)
  return prepared
}

interface Published {
  readonly image: PublishedImage
  /** Reference of the release's specification. */
  readonly artifact: string
}

/** Stores the specification and the version before a host learns of the release, so that every live release can be promoted, and has a unique name. */
async function publish(ctx: Context, seen: Wanting, signal: AbortSignal): Promise<Published> {
  const image = await imageOf(ctx, seen, signal)
  assertNotRefused(image.built ? await refuseBuilt(ctx, image, seen.image.platform) : undefined)
  const release = releaseOf(seen.wanted, image)
  const described =
    seen.record?.release === release.name
      ? undefined
      : describeImage(ctx, image, { source: seen.image.found.source, commit: release.commit })
  const [artifact] = await Promise.all([keepSpecification(ctx, release, seen.record), tagVersion(ctx, image, seen), described])
  return { image, artifact }
}

async function imageOf(
  ctx: Context,
  { image: { found, platform }, wanted, record }: Wanting,
  signal: AbortSignal,
): Promise<PublishedImage> {
  if (found.kind === 'image') return found.image
  const complete = found.kind === 'no-image' && servesFrom(record, ctx.config.image.repository)
  return bringImage(ctx, { wanted, platform, source: found.source, complete, signal })
}
