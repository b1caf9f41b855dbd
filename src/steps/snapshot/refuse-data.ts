import type { Context } from '../../context.ts'
import { refuseSpotData } from '../../domain/data/spot-data.ts'
import { refuseSplitData } from '../../domain/data/split-data.ts'
import type { SharedData } from '../../domain/data/split-data.ts'
import { keptPaths } from '../../domain/data/volumes.ts'
import { usesSpot } from '../../domain/host/host-plan.ts'
import type { HostPlan } from '../../domain/host/host-plan.ts'
import type { PublishedImage } from '../../domain/image/image.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { Wanted } from '../../domain/release/wanted.ts'

/** Why the service cannot keep its data on the hosts of these plans; without an image, as far as the inputs show. */
export function refuseData(
  ctx: Context,
  wanted: Wanted,
  { plans, image }: { readonly plans: readonly HostPlan[]; readonly image: PublishedImage | undefined },
): Refusal | undefined {
  const shared = sharedData(ctx, wanted, { hosts: plans.length, image })
  return refuseSplitData(shared) ?? refuseSpotData(shared, usesSpot(plans, ctx.config.host))
}

/** Data that each of several hosts would keep for itself; without an image, as far as the inputs show. */
function sharedData(
  { config }: Context,
  { spec }: Wanted,
  { hosts, image }: { readonly hosts: number; readonly image: PublishedImage | undefined },
): SharedData {
  const { service, volumeData } = config
  return { service, hosts, volumes: spec.volumes, declared: keptPaths(image?.volumes ?? [], spec.tmpfs), volumeData }
}
