import {
  DescribeVolumesCommand,
  paginateDescribeInstances,
  RunInstancesCommand,
  StartInstancesCommand,
  StopInstancesCommand,
  TerminateInstancesCommand,
} from '@aws-sdk/client-ec2'
import type { EC2Client, Filter, Instance } from '@aws-sdk/client-ec2'
import type { Host, LaunchSpec } from '../../../domain/host/host.ts'
import { TAG_REPLACES } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Hosts, Launch } from '../../../ports/hosts/hosts.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'
import { runInstancesRequest, startFailure, stopFailure, launchFailure } from './launch.ts'
import { madeFor, ofService, tagValue } from './tags.ts'

export function ec2Hosts(client: EC2Client): Hosts {
  // EC2 is eventually consistent: for some seconds it may not know an instance that it has just launched.
  const fresh = new Map<string, Host>()

  async function get(id: string): Promise<Host | undefined> {
    const [host] = await describe(client, withId(id))
    if (host) fresh.delete(id)
    return host ?? fresh.get(id)
  }

  return {
    async find(service) {
      const states = { Name: 'instance-state-name', Values: ['pending', 'running', 'stopping', 'stopped'] }
      return await describe(client, [...ofService(service), states])
    },
    async get(id) {
      const host = await get(id)
      return host?.state === 'terminated' ? undefined : host
    },
    async launch(spec, token) {
      const launch = await launchOne(client, spec, token)
      if (launch.kind === 'launched') fresh.set(launch.host.id, launch.host)
      return launch
    },
    async start(id) {
      await start(client, id)
    },
    stop: ({ id }) => stop(client, id),
    async terminate({ id }) {
      fresh.delete(id)
      await terminate(client, id)
    },
    volumeSizes: (volumes) => volumeSizes(client, volumes),
    state: async (id) => (await get(id))?.state ?? 'terminated',
    whyEnded: async (id) => (await instances(client, withId(id)))[0]?.StateReason?.Message ?? '',
  }
}

const withId = (id: string): Filter[] => [{ Name: 'instance-id', Values: [id] }]

async function describe(client: EC2Client, filters: Filter[]): Promise<Host[]> {
  return (await instances(client, filters)).map(hostOf)
}

async function instances(client: EC2Client, filters: Filter[]): Promise<Instance[]> {
  const all = paginateDescribeInstances({ client }, { Filters: filters })
  const reservations = await pages('ec2:DescribeInstances', all, (page) => page.Reservations)
  return reservations.flatMap((reservation) => reservation.Instances ?? [])
}

async function volumeSizes(client: EC2Client, volumes: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (volumes.length === 0) return new Map()
  const request = new DescribeVolumesCommand({ VolumeIds: [...volumes] })
  const found = await unlessMissing('ec2:DescribeVolumes', client.send(request), 'InvalidVolume.NotFound')
  return new Map((found?.Volumes ?? []).map(({ VolumeId = '', Size = 0 }) => [VolumeId, Size]))
}

async function launchOne(client: EC2Client, spec: LaunchSpec, token: string): Promise<Launch> {
  try {
    const { Instances } = await aws('ec2:RunInstances', client.send(new RunInstancesCommand(runInstancesRequest(spec, token))))
    const [instance] = Instances ?? []
    if (!instance) throw new Error('RunInstances answered without an instance.')
    return { kind: 'launched', host: hostOf(instance) }
  } catch (error) {
    return launchFailure(error, spec)
  }
}

async function start(client: EC2Client, id: string): Promise<void> {
  try {
    await aws('ec2:StartInstances', client.send(new StartInstancesCommand({ InstanceIds: [id] })))
  } catch (error) {
    if (isNamed(error, 'IncorrectInstanceState') && /'(pending|running)'/.test(error.message)) return
    throw startFailure(error, id)
  }
}

async function stop(client: EC2Client, id: string): Promise<void> {
  try {
    await aws('ec2:StopInstances', client.send(new StopInstancesCommand({ InstanceIds: [id] })))
  } catch (cause) {
    throw stopFailure(cause, id)
  }
}

async function terminate(client: EC2Client, id: string): Promise<void> {
  const request = new TerminateInstancesCommand({ InstanceIds: [id] })
  try {
    await unlessMissing('ec2:TerminateInstances', client.send(request), 'InvalidInstanceID.NotFound')
  } catch (cause) {
    if (!isNamed(cause, 'OperationNotPermitted')) throw cause
    throw new DeployError('termination-protected', `${id} is protected from termination.`, {
      hint: 'Remove the protection in the EC2 console, and run this again.',
      cause,
    })
  }
}

/**
 * The owner of an address that AWS only lends is `amazon`.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceNetworkInterfaceAssociation.html
 */
function hasElasticIp({ NetworkInterfaces }: Instance): boolean {
  return NetworkInterfaces?.some(({ Association }) => Association?.PublicIp !== undefined && Association.IpOwnerId !== 'amazon') ?? false
}

function hostOf(instance: Instance): Host {
  return {
    id: instance.InstanceId ?? '',
    state: instance.State?.Name ?? 'pending',
    instanceType: instance.InstanceType ?? '',
    architecture: instance.Architecture?.startsWith('arm64') ? 'arm64' : 'x86_64',
    publicIp: instance.PublicIpAddress,
    elasticIp: hasElasticIp(instance),
    privateIp: instance.PrivateIpAddress,
    subnetId: instance.SubnetId,
    vpcId: instance.VpcId,
    securityGroupIds: (instance.SecurityGroups ?? []).flatMap(({ GroupId }) => GroupId ?? []),
    openPorts: undefined,
    instanceProfile: instance.IamInstanceProfile?.Arn?.split('/').at(-1),
    spot: instance.InstanceLifecycle === 'spot',
    ami: instance.ImageId,
    rootVolume: instance.BlockDeviceMappings?.find(({ DeviceName }) => DeviceName === instance.RootDeviceName)?.Ebs?.VolumeId,
    volumeGiB: undefined,
    hopLimit: instance.MetadataOptions?.HttpPutResponseHopLimit,
    madeFor: madeFor(instance.Tags),
    replaces: tagValue(instance.Tags, TAG_REPLACES),
  }
}
