import type { Context } from '../../context.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { releaseOf } from '../../domain/release/wanted.ts'
import type { Wanted } from '../../domain/release/wanted.ts'
import { deployOrder } from '../../domain/order/deploy-order.ts'
import type { DeployOrder } from '../../domain/order/deploy-order.ts'
import { refuseTooLarge } from '../../domain/order/refuse-too-large.ts'
import { cutOverSpec, orderSpec } from './order-spec.ts'

export interface ReleaseOrder {
  readonly id: string
  readonly image: PublishedImage
  readonly wanted: Wanted
  /** How many hosts the service has. */
  readonly hosts: number
  /** Names of the releases that can be live. */
  readonly bases: readonly string[]
  /** CIDRs that the containers' network must not overlap. */
  readonly avoid: readonly string[]
  /** CIDRs of the hosts' own network; empty if nothing needs them. */
  readonly vpc: readonly string[]
  /** Whether the run holds the lease. Without it, no canary starts. */
  readonly holding: boolean
}

/** The order of this run for a release. */
export function releaseOrder(ctx: Context, { id, image, wanted, hosts, bases, avoid, vpc, holding }: ReleaseOrder): DeployOrder {
  const { config, clock } = ctx
  return deployOrder({
    ...orderSpec(ctx),
    ...cutOverSpec(ctx, avoid),
    id,
    release: releaseOf(wanted, image),
    image,
    canaryShare: holding ? config.canary?.steps[0]?.share : undefined,
    vpc,
    leased: holding,
    base: [...new Set(bases)].filter((base) => base !== ''),
    hosts,
    volumeData: config.volumeData,
    now: Math.round(clock.now() / 1000),
    seed: config.preview?.act === 'serve' ? config.preview.seed : undefined,
  })
}

/** Stands for an image that is not built yet; the size limit leaves room for the difference. */
const STAND_IN: PublishedImage = {
  reference: `registry/repository@sha256:${'0'.repeat(64)}`,
  digest: `sha256:${'0'.repeat(64)}`,
  login: undefined,
  built: false,
  bytes: 0,
}

/** Refuses a configuration that is too large for any command, before anything is built or launched for it. */
export function refuseTooLargeRelease(ctx: Context, wanted: Wanted): Refusal | undefined {
  const { instances } = ctx.config.host
  const stand = { image: STAND_IN, wanted, hosts: instances }
  return refuseTooLarge(releaseOrder(ctx, { ...stand, id: ctx.newId(), bases: [], avoid: [], vpc: [], holding: true }))
}
