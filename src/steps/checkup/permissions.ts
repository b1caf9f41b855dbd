import type { Context } from '../../context.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { checkRights, rightsToChange } from '../../domain/checkup/rights.ts'
import type { Verdict } from '../../domain/checkup/rights.ts'
import { namesAt } from '../../domain/release/route.ts'
import { hopLimitFor } from '../../domain/host/host-role.ts'
import { DeployError } from '../../errors.ts'
import { hostsInUse } from '../hosts/hosts-snapshot.ts'
import { machineImage } from '../hosts/launch.ts'

/** What the run's role can change: by dry runs of EC2, and by IAM's simulation. */
export async function lookAtPermissions(ctx: Context): Promise<readonly Check[]> {
  const [tried, simulated] = await Promise.all([orUnknown('ec2:RunInstances', tryHosts(ctx)), orUnknown('ssm:SendCommand', simulate(ctx))])
  return checkRights([...tried, ...simulated])
}

/** What a request would be made of could not be read. Another row says so, and how to fix it. */
async function orUnknown(action: string, verdicts: Promise<readonly Verdict[]>): Promise<readonly Verdict[]> {
  try {
    return await verdicts
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    return [{ action, kind: 'unknown', reason: error.message }]
  }
}

/** A service on a named host launches nothing. */
async function tryHosts(ctx: Context): Promise<readonly Verdict[]> {
  const { config, networks, permissions } = ctx
  const { instanceId, subnetIds, securityGroupIds, ports, elasticIp } = config.host
  if (instanceId !== undefined) return []
  const [subnet] = await networks.subnets(subnetIds)
  const vpcId = subnet?.vpcId
  const own = securityGroupIds.length > 0 ? undefined : await networks.own(config.service, { vpcId, ports })
  const group = own?.securityGroup?.id
  const creates = own !== undefined && group === undefined && vpcId !== undefined
  return Promise.all([
    tryLaunch(ctx, subnet?.id ?? '', group === undefined ? securityGroupIds : [group]),
    ...(creates ? [permissions.createSecurityGroup(config.service, vpcId)] : []),
    ...(elasticIp ? [permissions.allocateAddress(config.service)] : []),
  ])
}

/** EC2 judges a launch as a whole, so it cannot before these exist. */
async function tryLaunch(ctx: Context, subnetId: string, securityGroupIds: readonly string[]): Promise<Verdict> {
  const { config, hostRoles, permissions } = ctx
  const instanceProfile = config.host.instanceProfile ?? (await hostRoles.find(config.service, config.region))
  const missing = [
    ...(instanceProfile === undefined ? ['role for hosts'] : []),
    ...(securityGroupIds.length === 0 ? ['security group'] : []),
  ]
  if (instanceProfile === undefined || missing.length > 0) {
    const reason = `EC2 cannot judge a launch, because there is no ${missing.join(' and no ')} yet`
    return { action: 'ec2:RunInstances', kind: 'unknown', reason }
  }
  const { service, instanceType, volumeGiB, capacity } = config.host
  const image = await machineImage(ctx)
  return permissions.launch({
    service,
    instanceType,
    volumeGiB,
    instanceProfile,
    subnetId,
    securityGroupIds,
    ...image,
    hopLimit: hopLimitFor(config.spec),
    replaces: undefined,
    spot: capacity === 'spot',
  })
}

async function simulate(ctx: Context): Promise<readonly Verdict[]> {
  const { config, accountId, repositories, records, permissions } = ctx
  const { service, region, image, spec } = config
  const [found, hosts, record] = await Promise.all([repositories.find(image.repository, 'none'), hostsInUse(ctx), records.read(service)])
  const zoneIds = (config.zoneIds ?? []).filter((id) => id !== 'none')
  return permissions.simulate(
    rightsToChange({
      service,
      region,
      accountId,
      zoneIds,
      names: record === undefined ? spec.domains : namesAt(record.route),
      repository: { name: image.repository, exists: found.kind !== 'no-repository' },
      hostIds: hosts.map(({ id }) => id),
    }),
  )
}
