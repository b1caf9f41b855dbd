import { CreateSecurityGroupCommand, DeleteSecurityGroupCommand } from '@aws-sdk/client-ec2'
import type { CreateSecurityGroupCommandInput, EC2Client, SecurityGroup } from '@aws-sdk/client-ec2'
import { displayName, managedTags, securityGroupName } from '../../../domain/service.ts'
import type { OpenPort, PortRange } from '../../../domain/open-ports.ts'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { pollUntil } from '../../../ports/poll-until.ts'
import type { Look } from '../../../ports/poll-until.ts'
import { onceConsistent } from '../consistency.ts'
import { aws, isNamed, unlessMissing } from '../errors.ts'
import { authorize, describeGroups, missingIngress, openPorts } from './ingress.ts'
import { managedOf, tagSpecifications } from './tags.ts'

export interface SecurityGroupSpec {
  readonly service: Service
  readonly vpcId: string
  /** Open to the world. */
  readonly ports: readonly OpenPort[]
}

/** A terminated instance holds its groups until AWS removes its network interface. */
const RELEASE_MS = 120_000

export async function ensureSecurityGroup(client: EC2Client, clock: Clock, spec: SecurityGroupSpec): Promise<string> {
  const group = (await observe(client, spec)) ?? (await create(client, spec))
  const { GroupId: id = '' } = group
  for (const missing of missingIngress(group, spec.ports))
    await onceConsistent(clock, ['InvalidGroup.NotFound'], () => authorize(client, id, missing))
  return id
}

export async function findSecurityGroup(
  client: EC2Client,
  spec: SecurityGroupSpec,
): Promise<{ readonly id: string; readonly open: boolean } | undefined> {
  const group = await observe(client, spec)
  return group && { id: group.GroupId ?? '', open: missingIngress(group, spec.ports).length === 0 }
}

export async function findOpenPorts(client: EC2Client, service: Service): Promise<ReadonlyMap<string, readonly PortRange[]>> {
  const groups = await describeGroups(client, managedOf(service))
  return new Map(groups.map((group) => [group.GroupId ?? '', openPorts(group)]))
}

export async function removeSecurityGroups(client: EC2Client, clock: Clock, service: Service): Promise<string[]> {
  const groups = await describeGroups(client, managedOf(service))
  const ids = groups.flatMap(({ GroupId }) => GroupId ?? [])
  for (const id of ids) await remove(client, clock, id)
  return ids
}

async function observe(client: EC2Client, { service, vpcId }: SecurityGroupSpec): Promise<SecurityGroup | undefined> {
  const own = [
    { Name: 'vpc-id', Values: [vpcId] },
    { Name: 'group-name', Values: [securityGroupName(service)] },
  ]
  return (await describeGroups(client, [...managedOf(service), ...own]))[0]
}

export function createGroupRequest(service: Service, vpcId: string): CreateSecurityGroupCommandInput {
  return {
    GroupName: securityGroupName(service),
    Description: `docker-to-ec2: ${displayName(service)}`,
    VpcId: vpcId,
    TagSpecifications: tagSpecifications(managedTags(service), 'security-group'),
  }
}

async function create(client: EC2Client, spec: SecurityGroupSpec): Promise<SecurityGroup> {
  const name = securityGroupName(spec.service)
  const request = new CreateSecurityGroupCommand(createGroupRequest(spec.service, spec.vpcId))
  try {
    const { GroupId = '' } = await aws('ec2:CreateSecurityGroup', client.send(request))
    return { GroupId }
  } catch (cause) {
    const winner = isNamed(cause, 'InvalidGroup.Duplicate') ? await observe(client, spec) : undefined
    if (winner) return winner
    throw isNamed(cause, 'InvalidGroup.Duplicate') ? taken(name, spec.vpcId, cause) : cause
  }
}

function taken(name: string, vpcId: string, cause: Error): DeployError {
  return new DeployError('security-group-taken', `${vpcId} has a security group ${name} that this action did not create.`, {
    hint: 'Set security-group-ids to your own groups, or rename the existing one.',
    cause,
  })
}

function remove(client: EC2Client, clock: Clock, id: string): Promise<true> {
  return pollUntil({ clock, look: () => tryRemove(client, id), limit: RELEASE_MS, every: 3000, onLimit: refuseInUse })
}

/** Retries while something still uses the group. */
async function tryRemove(client: EC2Client, GroupId: string): Promise<Look<true>> {
  try {
    await unlessMissing('ec2:DeleteSecurityGroup', client.send(new DeleteSecurityGroupCommand({ GroupId })), 'InvalidGroup.NotFound')
    return { ended: true }
  } catch (error) {
    if (isNamed(error, 'DependencyViolation')) return { waiting: GroupId }
    throw error
  }
}

function refuseInUse(id: string): never {
  throw new DeployError('security-group-in-use', `The security group ${id} is still in use after ${RELEASE_MS / 1000} s.`, {
    hint: 'Detach it from what uses it (the EC2 console shows its network interfaces), and run destroy again.',
  })
}
