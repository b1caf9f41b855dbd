import type { Context } from '../../context.ts'
import type { Specification } from '../../domain/release/spec.ts'
import type { Host, LaunchSpec } from '../../domain/host/host.ts'
import { platformOf } from '../../domain/host/host.ts'
import { hopLimitFor } from '../../domain/host/host-role.ts'
import { spread } from '../../domain/host/spread.ts'
import type { Launch, NotVisible } from '../../ports/hosts/hosts.ts'
import type { Subnet } from '../../ports/hosts/networks.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'
import { Cancelled, DeployError } from '../../errors.ts'
import { ensureRole } from './host-role.ts'

/** It takes up to two minutes until EC2 sees a new instance profile, and some seconds until it sees a new security group. */
const PATIENCE_MS = 180_000

export interface LaunchInput {
  /** The settings of the host's first container. */
  readonly spec: Pick<Specification, 'host-role'>
  readonly repositories: readonly string[]
  /** One for each new host: the id of the host that it replaces, or nothing. */
  readonly replaces: readonly (string | undefined)[]
  /** Subnets of the existing hosts. */
  readonly taken: readonly (string | undefined)[]
}

/** Launches hosts in parallel, spread over the subnets; each in the first one with capacity. */
export async function launchHosts(ctx: Context, input: LaunchInput): Promise<readonly Host[]> {
  const { host: spec } = ctx.config
  for (const replaced of input.replaces)
    ctx.progress.info(`Launching a ${spec.instanceType}${replaced === undefined ? '' : ` in place of ${replaced}`}`)
  const [instanceProfile, image, subnets] = await Promise.all([
    profile(ctx, input),
    machineImage(ctx),
    ctx.networks.subnets(spec.subnetIds),
  ])
  const orders = spread(subnets, input.taken, input.replaces.length)
  const groups = securityGroups(ctx)
  const launch = {
    service: spec.service,
    instanceType: spec.instanceType,
    volumeGiB: spec.volumeGiB,
    spot: false,
    hopLimit: hopLimitFor(input.spec),
    instanceProfile,
    ...image,
  }
  // Waits for all, even if one fails: the next run must see the launched hosts.
  const launches = await Promise.allSettled(
    input.replaces.map((replaces, at) => launchHost(ctx, { launch: { ...launch, replaces }, subnets: orders[at] ?? [], groups })),
  )
  return launches.map((settled) => {
    if (settled.status === 'rejected') throw settled.reason
    return settled.value
  })
}

type Groups = (subnet: Subnet) => Promise<readonly string[]>

interface OneLaunch {
  readonly launch: Omit<LaunchSpec, 'subnetId' | 'securityGroupIds'>
  /** Tried in this order. */
  readonly subnets: readonly Subnet[]
  readonly groups: Groups
}

async function launchHost(ctx: Context, { launch, subnets, groups }: OneLaunch): Promise<Host> {
  const { instanceType } = launch
  if (ctx.config.host.capacity === 'spot') {
    const spot = await launchInOne(ctx, { launch: { ...launch, spot: true }, subnets, groups })
    if ('host' in spot) return spot.host
    ctx.progress.warn(`AWS has no spot capacity for a ${instanceType} now, so this run launches it on demand: ${spot.refusals.join('; ')}`)
  }
  const launched = await launchInOne(ctx, { launch, subnets, groups })
  if ('host' in launched) return launched.host
  const { refusals } = launched
  throw new DeployError('no-capacity', `no subnet has room for a ${instanceType}: ${refusals.join('; ')}`, {
    hint: 'Choose another instance-type, add subnets of other zones to subnet-ids, or try again later.',
  })
}

/** Returns the host, or why each subnet has no room for it. */
async function launchInOne(
  ctx: Context,
  { launch, subnets, groups }: OneLaunch,
): Promise<{ readonly host: Host } | { readonly refusals: readonly string[] }> {
  const refusals: string[] = []
  for (const subnet of subnets) {
    const attempt = await launchIn(ctx, { ...launch, subnetId: subnet.id, securityGroupIds: await groups(subnet) })
    if (attempt.kind === 'launched') return attempt
    refusals.push(attempt.reason)
    ctx.progress.info(`No room for a ${launch.spot ? 'spot ' : ''}${launch.instanceType} in ${subnet.zone}: ${attempt.reason}`)
  }
  return { refusals }
}

async function profile(ctx: Context, input: LaunchInput): Promise<string> {
  return ctx.config.host.instanceProfile ?? ensureRole(ctx, input.repositories)
}

/** The machine image of a new host. */
export async function machineImage({ config, catalog }: Context): Promise<{ ami: string; rootDevice: string }> {
  const architecture = await catalog.architectureOf(config.host.instanceType)
  const ami = config.host.ami ?? (await catalog.defaultAmi(architecture))
  const image = await catalog.describeAmi(ami)
  if (image.architecture !== architecture) {
    throw new DeployError(
      'wrong-architecture',
      `${ami} is for ${platformOf(image.architecture)}, but ${config.host.instanceType} is ${platformOf(architecture)}`,
      {
        hint: 'Leave the input ami empty, or choose an image and an instance-type of the same architecture.',
      },
    )
  }
  return { ami, rootDevice: image.rootDevice }
}

/** The named groups, or the service's own, which is created once per VPC. */
function securityGroups({ config, networks }: Context): Groups {
  const { securityGroupIds, service, ports } = config.host
  const own = new Map<string, Promise<string>>()
  return async ({ vpcId }) => {
    if (securityGroupIds.length > 0) return securityGroupIds
    const group = own.get(vpcId) ?? networks.ensureSecurityGroup(service, vpcId, ports)
    own.set(vpcId, group)
    return [await group]
  }
}

type Attempt = Exclude<Launch, NotVisible>

/** Tries one subnet, again while EC2 does not see what was created for the host. */
function launchIn(ctx: Context, spec: LaunchSpec): Promise<Attempt> {
  return pollUntil<Attempt, NotVisible>({
    clock: ctx.clock,
    look: () => tryLaunch(ctx, spec),
    limit: PATIENCE_MS,
    every: 3000,
    onWait: ({ resource }, since) => ctx.progress.waiting(`the ${resource} ${nameOf(resource, spec)} to become visible to EC2`, since),
    onLimit: ({ resource }) => {
      throw invisible(resource, spec)
    },
  })
}

/** In some zones a refused token stays refused, so each attempt has a new one; a retried request of the same attempt keeps it. */
async function tryLaunch(ctx: Context, spec: LaunchSpec): Promise<Look<Attempt, NotVisible>> {
  if (ctx.signal.aborted) throw new Cancelled()
  const launch = await ctx.hosts.launch(spec, ctx.newId())
  if (launch.kind !== 'not-visible') return { ended: launch }
  if (launch.resource === 'security group' && ctx.config.host.securityGroupIds.length > 0) throw unknownGroup(launch)
  return { waiting: launch }
}

function nameOf(resource: NotVisible['resource'], { instanceProfile, securityGroupIds }: LaunchSpec): string {
  return resource === 'instance profile' ? instanceProfile : securityGroupIds.join(', ')
}

/** Groups of the inputs are not new, so it does not help to wait for them. */
function unknownGroup({ reason }: NotVisible): DeployError {
  return new DeployError('launch-refused', `AWS does not launch the host: ${reason}`, { hint: 'Check the input security-group-ids.' })
}

function invisible(resource: NotVisible['resource'], spec: LaunchSpec): DeployError {
  const message = `EC2 does not know the ${resource} ${nameOf(resource, spec)}`
  if (resource === 'security group') return new DeployError('aws-unavailable', message, { hint: 'Run this again.' })
  return new DeployError('profile-not-visible', message, {
    hint: 'Check that it exists and has a role, or leave the input instance-profile empty.',
  })
}
