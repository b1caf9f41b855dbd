import { runUrl } from '../../config/job.ts'
import type { Context } from '../../context.ts'
import type { CutOverSpec } from '../../domain/order/cut-over.ts'
import type { OrderSpec } from '../../domain/order/order.ts'

/** The fields that every order of this run has. */
export function orderSpec(ctx: Context): OrderSpec {
  const { service, region, job } = ctx.config
  return { id: ctx.newId(), service, region, runUrl: runUrl(job), token: ctx.token }
}

/** How the hosts of this run cut over. `avoid`: CIDRs that the containers' network must not overlap. */
export function cutOverSpec({ config }: Context, avoid: readonly string[]): Omit<CutOverSpec, 'ownRegistry'> {
  const { drainTimeout, certificateTimeout, bake, keepReleases: keep, proxyImage } = config
  return { drainTimeout, certificateTimeout, bake, keep, proxyImage, network: { subnet: config.network, avoid } }
}
