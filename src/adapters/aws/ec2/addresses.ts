import {
  AllocateAddressCommand,
  AssociateAddressCommand,
  DescribeAddressesCommand,
  DisassociateAddressCommand,
  ReleaseAddressCommand,
} from '@aws-sdk/client-ec2'
import type { Address, AllocateAddressCommandInput, EC2Client } from '@aws-sdk/client-ec2'
import { managedTags } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { onceConsistent } from '../consistency.ts'
import { aws, isNamed, lacksCapacity, unlessMissing } from '../errors.ts'
import { managedOf, tagSpecifications } from './tags.ts'

export interface AddressSpec {
  readonly service: Service
  readonly hostId: string
  /** Ids of hosts that keep their addresses. */
  readonly others: readonly string[]
  /** Allocation id -> host: addresses that this run has assigned. EC2 may not list them yet. */
  readonly given: Map<string, string>
}

/** Of a new address, and of a new host. */
const NEW = ['InvalidAllocationID.NotFound', 'InvalidInstanceID.NotFound']
/** Of an address that has just left its host. */
const HELD = ['InvalidIPAddress.InUse']

export async function ensureAddress(client: EC2Client, clock: Clock, spec: AddressSpec): Promise<string> {
  const { service, hostId, others, given } = spec
  const found = await observe(client, service)
  const holder = ({ AllocationId = '', InstanceId = '' }: Address): string => given.get(AllocationId) ?? InstanceId
  const own = found.find((address) => holder(address) === hostId)
  const address = own ?? found.find((candidate) => !others.includes(holder(candidate))) ?? (await allocate(client, service))
  given.set(address.AllocationId ?? '', hostId)
  if (address.InstanceId !== hostId) await onceConsistent(clock, NEW, () => associate(client, address, hostId))
  return address.PublicIp ?? ''
}

export async function findAddresses(client: EC2Client, service: Service): Promise<readonly string[]> {
  return (await observe(client, service)).flatMap(({ PublicIp }) => PublicIp ?? [])
}

export async function releaseAddresses(client: EC2Client, clock: Clock, service: Service): Promise<string[]> {
  const addresses = await observe(client, service)
  for (const address of addresses) await release(client, clock, address)
  return addresses.flatMap(({ PublicIp }) => PublicIp ?? [])
}

/** In a fixed order, so that two simultaneous runs choose the same one. */
async function observe(client: EC2Client, service: Service): Promise<Address[]> {
  const { Addresses } = await aws('ec2:DescribeAddresses', client.send(new DescribeAddressesCommand({ Filters: managedOf(service) })))
  return (Addresses ?? []).toSorted((a, b) => (a.AllocationId ?? '').localeCompare(b.AllocationId ?? ''))
}

export function allocateRequest(service: Service): AllocateAddressCommandInput {
  return { Domain: 'vpc', TagSpecifications: tagSpecifications(managedTags(service), 'elastic-ip') }
}

async function allocate(client: EC2Client, service: Service): Promise<Address> {
  try {
    return await aws('ec2:AllocateAddress', client.send(new AllocateAddressCommand(allocateRequest(service))))
  } catch (cause) {
    if (lacksCapacity(cause))
      throw new DeployError('aws-unavailable', `AWS has no Elastic IP to give now: ${cause.message}`, {
        hint: 'Run the job again later, or set elastic-ip: false.',
        cause,
      })
    if (!isNamed(cause, 'AddressLimitExceeded')) throw cause
    throw new DeployError('account-limit', `AWS does not allocate another Elastic IP: ${cause.message}`, {
      hint: 'Release an unused Elastic IP, request a higher quota in Service Quotas, or set elastic-ip: false.',
      cause,
    })
  }
}

async function associate(client: EC2Client, address: Address, hostId: string): Promise<void> {
  const request = new AssociateAddressCommand({ AllocationId: address.AllocationId, InstanceId: hostId, AllowReassociation: true })
  await aws('ec2:AssociateAddress', client.send(request))
}

async function release(client: EC2Client, clock: Clock, { AllocationId, AssociationId }: Address): Promise<void> {
  if (AssociationId !== undefined) {
    const leave = new DisassociateAddressCommand({ AssociationId })
    await unlessMissing('ec2:DisassociateAddress', client.send(leave), 'InvalidAssociationID.NotFound')
  }
  await onceConsistent(clock, HELD, () =>
    unlessMissing('ec2:ReleaseAddress', client.send(new ReleaseAddressCommand({ AllocationId })), 'InvalidAllocationID.NotFound'),
  )
}
