import type { Context } from '../../context.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { releaseName } from '../../domain/release/release.ts'
import type { Release } from '../../domain/release/release.ts'
import { deployOrder } from '../../domain/order/deploy-order.ts'
import type { DeployOrder } from '../../domain/order/deploy-order.ts'
import { refuseTooLarge } from '../../domain/order/refuse-too-large.ts'
import { cutOverSpec, orderSpec } from './order-spec.ts'

/** The release that this run's commit and configuration make of an image. */
export function releaseOf({ config }: Context, image: PublishedImage): Release {
  const { job, spec } = config
  const name = releaseName(job.commit, image.digest, spec)
  return { name, digest: image.digest, image: image.reference, commit: job.commit, spec }
}

export interface ReleaseOrder {
  readonly id: string
  readonly image: PublishedImage
  readonly release: Release
  /** How many hosts the service has. */
  readonly hosts: number
  /** The releases that may be live. */
  readonly bases: readonly string[]
  /** CIDRs that the containers' network has to keep clear of. */
  readonly avoid: readonly string[]
  /** CIDRs of the hosts' own network; none where nobody needs them. */
  readonly vpc: readonly string[]
  /** Of the lease. Without it, no canary is begun. */
  readonly holding: boolean
}

export function releaseOrder(ctx: Context, { id, image, release, hosts, bases, avoid, vpc, holding }: ReleaseOrder): DeployOrder {
  const { config, clock } = ctx
  return deployOrder({
    ...orderSpec(ctx),
    ...cutOverSpec(ctx, avoid),
    id,
    release,
    image,
    canaryShare: holding ? config.canary?.steps[0]?.share : undefined,
    vpc,
    leased: holding,
    base: [...new Set(bases)].filter((base) => base !== ''),
    hosts,
    volumeData: config.volumeData,
    now: Math.round(clock.now() / 1000),
  })
}

/** Stands for an image that is not built yet; a command has room to spare for what differs. */
const STAND_IN: PublishedImage = {
  reference: `registry/repository@sha256:${'0'.repeat(64)}`,
  digest: `sha256:${'0'.repeat(64)}`,
  login: undefined,
  built: false,
  bytes: 0,
}

/** Refuses a configuration that no command can carry to a host, before anything is built or launched for it. */
export function refuseTooLargeRelease(ctx: Context): Refusal | undefined {
  const { instances } = ctx.config.host
  const stand = { image: STAND_IN, release: releaseOf(ctx, STAND_IN), hosts: instances }
  return refuseTooLarge(releaseOrder(ctx, { ...stand, id: ctx.newId(), bases: [], avoid: [], vpc: [], holding: true }))
}
