import type { Context } from '../../context.ts'
import { refused } from '../../errors.ts'
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

/** What was seen, and is wanted on these hosts. */
type Wanting = ApplicableHosts &
  Pick<DeploySnapshot, 'wanted' | 'names' | 'semver'> & { readonly image: NonNullable<DeploySnapshot['image']> }

/**
 * Brings the image and makes the hosts ready. Without the lease, nothing is to be made, so nobody asks which addresses the VPC uses.
 *
 * Neither waits for the other, and the first failure is the run's. It stops the build, which then takes back its credentials; a cancelled run also
 * lets the request end that is on its way: the next run must see the host that it launched.
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

/** With the names that lead to them, for which DNS takes about as long as a build. */
async function hostsFor(ctx: Context, seen: Wanting, holding: boolean): Promise<PreparedHosts> {
  const input = { ...seen, spec: seen.wanted.spec }
  if (!holding) return provisionHosts(ctx, input)
  const prepared = await prepareHosts(ctx, input)
  await pointBeforeRelease(ctx, seen, prepared.hosts)
  return prepared
}

interface Published {
  readonly image: PublishedImage
  /** Where the release's specification lies. */
  readonly artifact: string
}

/** The specification and the version are there before a host is told of the release: what serves can be promoted, and has a name that is no other's. */
async function publish(ctx: Context, seen: Wanting, signal: AbortSignal): Promise<Published> {
  const image = await imageOf(ctx, seen, signal)
  const refusal = image.built ? await refuseBuilt(ctx, image, seen.image.platform) : undefined
  if (refusal) throw refused(refusal)
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
