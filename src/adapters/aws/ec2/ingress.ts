import {
  AuthorizeSecurityGroupIngressCommand,
  paginateDescribeSecurityGroups,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2'
import type { EC2Client, Filter, IpPermission, SecurityGroup } from '@aws-sdk/client-ec2'
import { hasPort } from '../../../domain/open-ports.ts'
import type { OpenPort, PortRange } from '../../../domain/open-ports.ts'
import type { Service } from '../../../domain/service.ts'
import { pages, unlessMissing } from '../errors.ts'
import { managedOf } from './tags.ts'

/** The description of each rule that this action creates. It recognizes its own rules by it. */
const OWN = 'docker-to-ec2'
const V4 = { CidrIp: '0.0.0.0/0', Description: OWN }
const V6 = { CidrIpv6: '::/0', Description: OWN }

export function describeGroups(client: EC2Client, filters: Filter[]): Promise<SecurityGroup[]> {
  const all = paginateDescribeSecurityGroups({ client }, { Filters: filters })
  return pages('ec2:DescribeSecurityGroups', all, (page) => page.SecurityGroups)
}

/** A rule for each port that is not open yet. Rules that someone else added stay as they are. */
export function missingIngress(group: SecurityGroup, ports: readonly OpenPort[]): readonly IpPermission[] {
  return ports.flatMap((port) => missingOf(group, port) ?? [])
}

const PROTOCOLS = ['tcp', 'udp'] as const
/** All protocols and ports: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html */
const EVERYTHING = '-1'

/** The ports that a group opens to anybody, also to a few whom somebody has chosen by hand. */
export function openPorts({ IpPermissions = [] }: SecurityGroup): readonly PortRange[] {
  return IpPermissions.flatMap(({ IpProtocol = '', FromPort: from = 0, ToPort: to = 65_535, ...sources }) => {
    const { IpRanges = [], Ipv6Ranges = [], PrefixListIds = [], UserIdGroupPairs = [] } = sources
    if ([...IpRanges, ...Ipv6Ranges, ...PrefixListIds, ...UserIdGroupPairs].length === 0) return []
    const protocols = PROTOCOLS.filter((protocol) => IpProtocol === protocol || IpProtocol === EVERYTHING)
    return protocols.map((protocol) => ({ protocol, ...(IpProtocol === EVERYTHING ? { from: 0, to: 65_535 } : { from, to }) }))
  })
}

function missingOf(group: SecurityGroup, { protocol, port }: OpenPort): IpPermission | undefined {
  const rules = (group.IpPermissions ?? []).filter((rule) => rule.IpProtocol === protocol && rule.FromPort === port && rule.ToPort === port)
  const v4 = rules.some((rule) => rule.IpRanges?.some(({ CidrIp }) => CidrIp === V4.CidrIp))
  const v6 = rules.some((rule) => rule.Ipv6Ranges?.some(({ CidrIpv6 }) => CidrIpv6 === V6.CidrIpv6))
  if (v4 && v6) return undefined
  return { IpProtocol: protocol, FromPort: port, ToPort: port, ...(!v4 && { IpRanges: [V4] }), ...(!v6 && { Ipv6Ranges: [V6] }) }
}

/** One rule per request: EC2 rejects a request with several rules as a whole if another run has just created one of them. */
export async function authorize(client: EC2Client, id: string, permission: IpPermission): Promise<void> {
  const request = new AuthorizeSecurityGroupIngressCommand({ GroupId: id, IpPermissions: [permission] })
  await unlessMissing('ec2:AuthorizeSecurityGroupIngress', client.send(request), 'InvalidPermission.Duplicate')
}

/** See `Networks.closePorts`. */
export async function closePorts(client: EC2Client, service: Service, needed: readonly OpenPort[]): Promise<readonly OpenPort[]> {
  const groups = await describeGroups(client, managedOf(service))
  const unneeded = groups.flatMap((group) => ownRules(group)).filter(({ port }) => !hasPort(needed, port))
  for (const { groupId, permission } of unneeded) await revoke(client, groupId, permission)
  return unneeded.map(({ port }) => port)
}

interface OwnRule {
  readonly groupId: string
  readonly port: OpenPort
  readonly permission: IpPermission
}

/** The rules of a group that this action created. EC2 lists all ranges of a port as one rule. */
function ownRules({ GroupId: groupId = '', IpPermissions = [] }: SecurityGroup): readonly OwnRule[] {
  return IpPermissions.flatMap(({ IpProtocol, FromPort = 0, ToPort, IpRanges = [], Ipv6Ranges = [] }) => {
    const v4 = IpRanges.filter(({ Description }) => Description === OWN)
    const v6 = Ipv6Ranges.filter(({ Description }) => Description === OWN)
    if (v4.length + v6.length === 0 || (IpProtocol !== 'tcp' && IpProtocol !== 'udp')) return []
    const permission = { IpProtocol, FromPort, ToPort, IpRanges: v4, Ipv6Ranges: v6 }
    return [{ groupId, port: { protocol: IpProtocol, port: FromPort }, permission }]
  })
}

async function revoke(client: EC2Client, GroupId: string, permission: IpPermission): Promise<void> {
  const request = new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission] })
  await unlessMissing('ec2:RevokeSecurityGroupIngress', client.send(request), 'InvalidPermission.NotFound', 'InvalidGroup.NotFound')
}
