import type { Context } from '../../context.ts'
import type { Host } from '../../domain/host/host.ts'
import { keptHosts } from '../../domain/host/host-plan.ts'
import { refuse } from '../../domain/refusal.ts'
import { DeployError, refused } from '../../errors.ts'
import type { VpcAddresses } from '../../ports/hosts/vpcs.ts'
import { putRoleRight } from './host-role.ts'
import { provision, repositoriesOf } from './provision.ts'
import type { ProvisionInput } from './provision.ts'

export interface PreparedHosts {
  /** In the order of the plans. */
  readonly hosts: readonly Host[]
  /** CIDRs that the containers' network must not overlap. */
  readonly avoid: readonly string[]
  /** CIDRs of the hosts' own network; empty if nothing needs them. */
  readonly vpc: readonly string[]
}

/**
 * Carries out the plans and restores the hosts' role, and at the same time finds the addresses in use around the hosts; for a new host,
 * after its launch.
 */
export async function prepareHosts(ctx: Context, input: ProvisionInput): Promise<PreparedHosts> {
  const there = keptHosts(input.plans)
  const provisioned = provision(ctx, input)
  const around = there.length === input.plans.length ? Promise.resolve(there) : provisioned
  const [hosts, addresses] = await Promise.all([
    provisioned,
    around.then((known) => addressesAround(ctx, known)),
    putRoleRight(ctx, there, repositoriesOf(ctx)),
  ])
  return { hosts, avoid: addresses.reachable, vpc: addresses.own }
}

/** Like `prepareHosts`, for a run that only checks whether the release serves already: it creates no container, and so no network. */
export async function provisionHosts(ctx: Context, input: ProvisionInput): Promise<PreparedHosts> {
  const hosts = await provision(ctx, input)
  return { hosts, avoid: [], vpc: trustsVpc(ctx) ? (await addressesAround(ctx, hosts)).own : [] }
}

function trustsVpc({ config }: Context): boolean {
  return config.spec['trusted-proxies'].includes('vpc')
}

/** If AWS does not return the routes, the hosts use their own. But only AWS knows which addresses `trusted-proxies: vpc` means. */
async function addressesAround(ctx: Context, hosts: readonly Host[]): Promise<VpcAddresses> {
  const vpcIds = [...new Set(hosts.flatMap(({ vpcId }) => vpcId ?? []))]
  try {
    const found = vpcIds.length === 0 ? NONE : await ctx.vpcs.addresses(vpcIds)
    if (trustsVpc(ctx) && found.own.length === 0) throw noVpc()
    return found
  } catch (error) {
    if (!(error instanceof DeployError) || trustsVpc(ctx)) throw error
    ctx.progress.info(`The action could not read the routes of the VPC and chose the containers' network without them: ${error.message}`)
    return NONE
  }
}

const NONE: VpcAddresses = { own: [], reachable: [] }

function noVpc(): DeployError {
  const reason = 'trusted-proxies: the CIDRs of vpc are unknown, because AWS shows no route table'
  return refused(refuse(reason, 'List the CIDRs of the balancer in trusted-proxies instead of vpc.'))
}
