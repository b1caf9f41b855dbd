import type { Context } from '../context.ts'
import type { Host } from '../domain/host/host.ts'
import { DeployError } from '../errors.ts'
import { provision } from './provision.ts'
import type { ProvisionInput } from './provision.ts'

export interface PreparedHosts {
  /** In the order of the plans. */
  readonly hosts: readonly Host[]
  /** CIDRs that the containers' network has to keep clear of. */
  readonly avoid: readonly string[]
}

/** Makes the plans true, and asks at the same time which addresses are in use around the hosts: those of a new one are known once it is launched. */
export async function prepareHosts(ctx: Context, input: ProvisionInput): Promise<PreparedHosts> {
  const there = input.plans.flatMap((plan) => (plan.kind === 'reuse' || plan.kind === 'start' ? [plan.host] : []))
  const provisioned = provision(ctx, input)
  const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned
  const [hosts, avoid] = await Promise.all([provisioned, around.then((known) => addressesInUse(ctx, known))])
  return { hosts, avoid }
}

/** What AWS does not tell is left to the hosts, which know their own routes. */
async function addressesInUse({ vpcs, progress }: Context, hosts: readonly Host[]): Promise<readonly string[]> {
  const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))]
  if (vpcIds.length === 0) return []
  try {
    return await vpcs.reachable(vpcIds)
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    progress.info(`The routes of the VPC are not known, so the containers' network is chosen without them: ${error.message}`)
    return []
  }
}
