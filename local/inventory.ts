/** What an account of the local cloud contains beyond the defaults: to prove that nothing is left. */
import { DescribeAddressesCommand, DescribeInstancesCommand, DescribeNetworkInterfacesCommand } from '@aws-sdk/client-ec2'
import { DescribeSecurityGroupsCommand, DescribeVolumesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { DescribeRepositoriesCommand, ECRClient } from '@aws-sdk/client-ecr'
import { IAMClient, ListInstanceProfilesCommand, ListRolesCommand } from '@aws-sdk/client-iam'
import { paginateDescribeParameters, SSMClient } from '@aws-sdk/client-ssm'
import type { Cloud } from './cloud.ts'

/** All resources, each as `kind name`, sorted. Without the leases and queues of services, which come with the first run and go with `destroy`. */
export async function inventory({ observer }: Cloud): Promise<string[]> {
  const clients = { ec2: new EC2Client(observer), ecr: new ECRClient(observer), iam: new IAMClient(observer), ssm: new SSMClient(observer) }
  const found = await Promise.all([ofEc2(clients.ec2), ofIam(clients.iam), ofOthers(clients.ecr, clients.ssm)])
  return found.flat().sort()
}

const named = (kind: string, names: readonly (string | undefined)[] = []): string[] => names.map((name) => `${kind} ${name}`)

async function ofEc2(ec2: EC2Client): Promise<string[]> {
  const [instances, addresses, groups, volumes, interfaces] = await Promise.all([
    ec2.send(new DescribeInstancesCommand({})),
    ec2.send(new DescribeAddressesCommand({})),
    ec2.send(new DescribeSecurityGroupsCommand({})),
    ec2.send(new DescribeVolumesCommand({})),
    ec2.send(new DescribeNetworkInterfacesCommand({})),
  ])
  const living = instances.Reservations?.flatMap((r) => r.Instances ?? []).filter((i) => i.State?.Name !== 'terminated')
  return [
    ...named(
      'instance',
      living?.map((instance) => instance.InstanceId),
    ),
    ...named(
      'address',
      addresses.Addresses?.map((address) => address.PublicIp),
    ),
    ...named(
      'security-group',
      groups.SecurityGroups?.map((group) => group.GroupName).filter((name) => name !== 'default'),
    ),
    ...named(
      'volume',
      volumes.Volumes?.map((volume) => volume.VolumeId),
    ),
    ...named(
      'network-interface',
      interfaces.NetworkInterfaces?.map((card) => card.NetworkInterfaceId),
    ),
  ]
}

async function ofIam(iam: IAMClient): Promise<string[]> {
  const [roles, profiles] = await Promise.all([iam.send(new ListRolesCommand({})), iam.send(new ListInstanceProfilesCommand({}))])
  return [
    ...named(
      'role',
      roles.Roles?.map((role) => role.RoleName),
    ),
    ...named(
      'instance-profile',
      profiles.InstanceProfiles?.map((profile) => profile.InstanceProfileName),
    ),
  ]
}

async function ofOthers(ecr: ECRClient, ssm: SSMClient): Promise<string[]> {
  const { repositories } = await ecr.send(new DescribeRepositoriesCommand({}))
  return [
    ...named(
      'repository',
      repositories?.map((r) => r.repositoryName),
    ),
    ...named('parameter', await parameters(ssm)),
  ]
}

/** Without the public ones of AWS, which fill hundreds of pages. */
async function parameters(client: SSMClient): Promise<(string | undefined)[]> {
  const found: (string | undefined)[] = []
  const ours = [{ Key: 'Path', Option: 'Recursive', Values: ['/docker-to-ec2'] }]
  for await (const page of paginateDescribeParameters({ client }, { ParameterFilters: ours })) {
    found.push(...(page.Parameters ?? []).map(({ Name }) => Name).filter((name = '') => !/\/(lease|queue)$/.test(name)))
  }
  return found
}
