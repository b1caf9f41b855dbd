import { runUrl } from '../config/job.ts'
import type { Context } from '../context.ts'
import type { CutOverSpec } from '../domain/remote/cut-over.ts'
import type { OrderSpec } from '../domain/remote/order.ts'

/** What every order of this run says of itself. */
export function orderSpec(ctx: Context): OrderSpec {
  const { service, region, job } = ctx.config
  return { id: ctx.newId(), service, region, runUrl: runUrl(job) }
}

/** How the hosts of this run cut over. */
export function cutOverSpec({ config }: Context): Omit<CutOverSpec, 'ownRegistry'> {
  const { drainTimeout, bake, keepReleases: keep, proxyImage } = config
  return { drainTimeout, bake, keep, proxyImage, network: { subnet: undefined, avoid: [] } }
}
