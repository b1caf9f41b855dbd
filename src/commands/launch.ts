import type { Context } from '../context.ts'
import type { Host, LaunchSpec } from '../domain/host.ts'
import { platformOf } from '../domain/host.ts'
import type { Subnet } from '../ports/networks.ts'
import { Cancelled, DeployError } from '../errors.ts'

/** IAM takes up to two minutes to spread a fresh instance profile. */
const PROFILE_PATIENCE_MS = 180_000

export interface LaunchInput {
  readonly accountId: string
  readonly repositories: readonly string[]
  readonly replaces: string | undefined
}

/** Launches a host in the first subnet that has room for it. */
export async function launchHost(ctx: Context, input: LaunchInput): Promise<Host> {
  const { host: spec } = ctx.config
  ctx.progress.info(`Launching a ${spec.instanceType}${input.replaces === undefined ? '' : ` in place of ${input.replaces}`}`)
  const [instanceProfile, image, subnets] = await Promise.all([
    profile(ctx, input),
    machineImage(ctx),
    ctx.networks.subnets(spec.subnetIds),
  ])
  const refusals: string[] = []
  for (const subnet of subnets) {
    const securityGroupIds = await securityGroups(ctx, subnet)
    const launch = {
      service: spec.service,
      instanceType: spec.instanceType,
      volumeGiB: spec.volumeGiB,
      replaces: input.replaces,
      instanceProfile,
      ...image,
      securityGroupIds,
      subnetId: subnet.id,
    }
    const host = await launchIn(ctx, launch, refusals)
    if (host) return host
    ctx.progress.info(`No room for a ${spec.instanceType} in ${subnet.zone}: ${refusals.at(-1)}`)
  }
  throw new DeployError('no-capacity', `no subnet has room for a ${spec.instanceType}: ${refusals.join('; ')}`, {
    next: 'Choose another instance-type, add subnets of other zones to subnet-ids, or try again later.',
  })
}

async function profile({ config, hostRoles }: Context, { accountId, repositories }: LaunchInput): Promise<string> {
  if (config.host.instanceProfile !== undefined) return config.host.instanceProfile
  return hostRoles.ensure({ service: config.service, region: config.region, accountId, repositories })
}

/** The image that a new host would have. */
export async function machineImage({ config, catalog }: Context): Promise<{ ami: string; rootDevice: string }> {
  const architecture = await catalog.architectureOf(config.host.instanceType)
  const ami = config.host.ami ?? (await catalog.defaultAmi(architecture))
  const image = await catalog.describeAmi(ami)
  if (image.architecture !== architecture) {
    throw new DeployError(
      'wrong-architecture',
      `${ami} is for ${platformOf(image.architecture)}, and ${config.host.instanceType} is ${platformOf(architecture)}`,
      {
        next: 'Leave the input ami empty, or choose an image and an instance-type of the same architecture.',
      },
    )
  }
  return { ami, rootDevice: image.rootDevice }
}

async function securityGroups({ config, networks }: Context, subnet: Subnet): Promise<readonly string[]> {
  const { securityGroupIds, service, httpPort } = config.host
  return securityGroupIds.length > 0 ? securityGroupIds : [await networks.ensureSecurityGroup(service, subnet.vpcId, httpPort)]
}

/** One subnet: again while the profile is not visible yet; `undefined` where there is no capacity. */
async function launchIn(ctx: Context, spec: LaunchSpec, refusals: string[]): Promise<Host | undefined> {
  const since = ctx.clock.now()
  // A refused token stays bound to its refusal in some zones, so each attempt has its own; a repeated request of the same attempt has the same.
  for (;;) {
    if (ctx.signal.aborted) throw new Cancelled()
    const launch = await ctx.hosts.launch(spec, ctx.newId())
    if (launch.kind === 'launched') return launch.host
    if (launch.kind === 'no-capacity') {
      refusals.push(launch.reason)
      return undefined
    }
    if (ctx.clock.now() - since > PROFILE_PATIENCE_MS) {
      throw new DeployError('profile-not-visible', `EC2 does not know the instance profile ${spec.instanceProfile}`, {
        next: 'Check that it exists and has a role, or leave the input instance-profile empty.',
      })
    }
    ctx.progress.waiting(`the instance profile ${spec.instanceProfile} to become visible to EC2`, since)
    await ctx.clock.sleep(3000)
  }
}
