import type { Context } from '../../context.ts'
import { ok, unknown, warning } from '../../domain/checkup/check.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { checkRoom, vcpuQuotaOf } from '../../domain/checkup/quota.ts'
import { isNotAllowed } from '../../errors.ts'
import { hostsInUse } from '../hosts/hosts-snapshot.ts'

/** Whether the account has room for the hosts that the next deploy launches. */
export async function lookAtQuotas(ctx: Context): Promise<readonly Check[]> {
  const { instanceId, instances, elasticIp } = ctx.config.host
  if (instanceId !== undefined) return [ok('Quotas', `${instanceId} is named, so no deploy launches a host`)]
  const vcpus = orUnknown('vCPUs', () => lookAtVcpus(ctx))
  const addresses = elasticIp ? orUnknown('Elastic IPs', () => lookAtAddresses(ctx, instances)) : []
  return [...(await vcpus), ...(await addresses)]
}

async function lookAtVcpus(ctx: Context): Promise<readonly Check[]> {
  const { config, quotas } = ctx
  const { instanceType, instances, capacity } = config.host
  const [room, each, found] = await Promise.all([quotas.vcpus(instanceType), quotas.vcpusOf(instanceType), hostsInUse(ctx)])
  const hosts = Math.max(0, instances - found.length)
  const quota = vcpuQuotaOf(instanceType)
  if (room === undefined || quota === undefined || each === undefined)
    return [unknown('Quotas', `it is not known which quota of vCPUs counts ${instanceType}`, LOOK_YOURSELF)]
  const what = `vCPUs of On-Demand instances of the families ${quota.families}`
  const fix = `Request a higher quota ${quota.code} in Service Quotas, end instances, or set a smaller instance-type.`
  const check = checkRoom(room, { what, hosts, each, fix })
  // Spot instances have a quota of their own.
  return [capacity === 'spot' && check.state === 'failed' ? warning('Quotas', `${check.detail} if AWS has no spot capacity`, fix) : check]
}

async function lookAtAddresses({ config, quotas, networks }: Context, instances: number): Promise<readonly Check[]> {
  const [room, own] = await Promise.all([quotas.addresses(), networks.own(config.service, { vpcId: undefined, ports: [] })])
  if (room === undefined) return [unknown('Quotas', 'AWS does not tell the quota of Elastic IPs', LOOK_YOURSELF)]
  const fix = 'Release Elastic IPs that nothing uses, request a higher quota in Service Quotas, or set elastic-ip: false.'
  return [checkRoom(room, { what: 'Elastic IPs', hosts: Math.max(0, instances - own.addresses.length), each: 1, fix })]
}

const LOOK_YOURSELF = 'Look at the quotas of Amazon EC2 in Service Quotas.'

/** A role that cannot ask for quotas can still deploy. */
async function orUnknown(what: string, look: () => Promise<readonly Check[]>): Promise<readonly Check[]> {
  try {
    return await look()
  } catch (error) {
    if (!isNotAllowed(error)) throw error
    return [
      unknown('Quotas', `whether there is room for more ${what} is not known: ${error.message}`, `${error.hint ?? ''} ${LOOK_YOURSELF}`),
    ]
  }
}
