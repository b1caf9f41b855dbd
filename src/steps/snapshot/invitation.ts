import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import { hostIdsOf } from '../../domain/release/record.ts'
import { isNotAllowed, refused } from '../../errors.ts'
import { queryStatus } from '../orders/query-status.ts'
import type { ApplicableHosts } from '../hosts/hosts-snapshot.ts'

/**
 * Before the service's first deploy to a host of others, asks that host for its status, so that an uninvited guest is refused before anything
 * is built. Only the host itself can tell, with the image, whether its role can pull it.
 */
export async function assertInvited(ctx: Context, { plans, record }: ApplicableHosts): Promise<void> {
  const { service } = ctx.config
  const there = plans.flatMap((plan) => (plan.kind === 'reuse' ? [plan.host] : []))
  const strange = there.filter((host) => !isOwn(host, service) && !hostIdsOf(record).includes(host.id))
  if (strange.length === 0) return
  const ids = strange.map(({ id }) => id).join(', ')
  await ctx.progress.step(`Ask ${ids}, which belongs to another service`, () =>
    queryStatus(ctx, strange).catch((error: unknown) => refuseUninvited(error, ids)),
  )
}

function refuseUninvited(error: unknown, hosts: string): never {
  if (!isNotAllowed(error)) throw error
  throw refused({
    reason: `the role of this run cannot send commands to ${hosts}, which belongs to another service`,
    hint: 'Ask the owner of the host to deploy docs/iam/guest.yaml, which invites this service, or leave instance-id out to get your own host.',
  })
}
