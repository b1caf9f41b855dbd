import type { _InstanceType, RunInstancesCommandInput } from '@aws-sdk/client-ec2'
import type { LaunchSpec } from '../../../domain/host/host.ts'
import { managedTags, TAG_REPLACES } from '../../../domain/service.ts'
import { DeployError, messageOf } from '../../../errors.ts'
import type { Launch, NotVisible } from '../../../ports/hosts/hosts.ts'
import { isNamed, isRefusal, lacksCapacity } from '../errors.ts'
import { tagSpecifications } from './tags.ts'

/** At most the on-demand price, which is the default. A one-time request can only end with its instance. */
const ONE_TIME_SPOT = {
  MarketType: 'spot',
  SpotOptions: { SpotInstanceType: 'one-time', InstanceInterruptionBehavior: 'terminate' },
} as const

export function runInstancesRequest(spec: LaunchSpec, token: string): RunInstancesCommandInput {
  const tags = { ...managedTags(spec.service), ...(spec.replaces !== undefined && { [TAG_REPLACES]: spec.replaces }) }
  return {
    ClientToken: token,
    MinCount: 1,
    MaxCount: 1,
    ImageId: spec.ami,
    InstanceType: spec.instanceType as _InstanceType,
    IamInstanceProfile: { Name: spec.instanceProfile },
    // The agent needs internet access before the host has its Elastic IP.
    NetworkInterfaces: [{ DeviceIndex: 0, SubnetId: spec.subnetId, Groups: [...spec.securityGroupIds], AssociatePublicIpAddress: true }],
    MetadataOptions: { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: spec.hopLimit },
    BlockDeviceMappings: [
      { DeviceName: spec.rootDevice, Ebs: { VolumeSize: spec.volumeGiB, VolumeType: 'gp3', Encrypted: true, DeleteOnTermination: true } },
    ],
    ...(spec.spot && { InstanceMarketOptions: ONE_TIME_SPOT }),
    TagSpecifications: tagSpecifications(tags, 'instance', 'volume', 'network-interface'),
  }
}

/** Errors, besides a lack of capacity, that another zone may not have. The limits of an account are the same in all zones. */
const ELSEWHERE = ['InsufficientFreeAddressesInSubnet', 'Unsupported']
/** Errors of spot instances that on-demand ones do not have: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-request-status-codes.html */
const NO_SPOT = ['SpotMaxPriceTooLow', 'MaxSpotInstanceCountExceeded', 'AuthFailure.ServiceLinkedRoleCreationNotPermitted']
const ACCOUNT_LIMIT = ['VcpuLimitExceeded', 'InstanceLimitExceeded', 'VolumeLimitExceeded', 'MaxIOPSLimitExceeded']
const ACCOUNT_STATE = ['OptInRequired', 'PendingVerification', 'Blocked']
/** Errors that a single input causes. */
const INPUT_OF: Readonly<Record<string, string>> = {
  InvalidGroupId: 'security-group-ids',
  InvalidSecurityGroupID: 'security-group-ids',
  'InvalidGroupId.Malformed': 'security-group-ids',
  'InvalidSubnetID.NotFound': 'subnet-ids',
  'InvalidAMIID.NotFound': 'ami',
  'InvalidAMIID.Unavailable': 'ami',
  InvalidBlockDeviceMapping: 'volume-size',
}

function hasNoRoom(error: unknown): error is Error {
  return lacksCapacity(error) || isNamed(error, ...ELSEWHERE)
}

/** Returns the outcomes that are worth another attempt; throws everything else. */
export function launchFailure(error: unknown, spec: LaunchSpec): Launch {
  if (hasNoRoom(error)) return { kind: 'no-capacity', reason: error.message }
  if (spec.spot && isNamed(error, ...NO_SPOT)) return { kind: 'no-capacity', reason: error.message }
  const resource = missingResource(error)
  if (resource !== undefined) return { kind: 'not-visible', resource, reason: messageOf(error) }
  throw refused(error, `launch a ${spec.instanceType}`) ?? misfit(error, spec) ?? error
}

/** EC2 has many names for inputs that do not fit together, such as an image that cannot boot on this instance type. */
function misfit(error: unknown, { instanceType }: LaunchSpec): DeployError | undefined {
  if (!isRefusal(error)) return undefined
  return new DeployError('launch-refused', `AWS does not launch a ${instanceType}: ${error.name}: ${error.message}`, {
    hint: 'Check what does not fit together: instance-type, ami, subnet-ids, security-group-ids, instance-profile and volume-size.',
    cause: error,
  })
}

/** What EC2 does not know, of that which can have been created a moment ago. */
function missingResource(error: unknown): NotVisible['resource'] | undefined {
  if (isNamed(error, 'InvalidParameterValue') && /iam ?instance ?profile/i.test(error.message)) return 'instance profile'
  return isNamed(error, 'InvalidGroup.NotFound', 'InvalidSecurityGroupID.NotFound') ? 'security group' : undefined
}

export function startFailure(error: unknown, id: string): unknown {
  if (!hasNoRoom(error)) return refused(error, `start ${id}`) ?? error
  return new DeployError('no-capacity', `AWS has no capacity to start ${id} now: ${error.message}`, {
    hint: 'Run the job again later, or set another instance-type and allow-replacement: true.',
    cause: error,
  })
}

/** One-time spot instances and those on an instance store cannot be stopped, and stop protection forbids it. */
export function stopFailure(error: unknown, id: string): unknown {
  if (!isNamed(error, 'OperationNotPermitted', 'UnsupportedOperation')) return error
  return new DeployError('stop-refused', `AWS does not stop ${id}: ${error.message}`, {
    hint: 'Remove the stop protection in the EC2 console, or leave schedule out.',
    cause: error,
  })
}

function refused(error: unknown, what: string): DeployError | undefined {
  if (!(error instanceof Error)) return undefined
  const message = `AWS does not ${what}: ${error.message}`
  const input = INPUT_OF[error.name]
  if (isNamed(error, ...ACCOUNT_LIMIT)) {
    return new DeployError('account-limit', message, {
      hint: 'Request a higher quota in Service Quotas, or set a smaller instance-type.',
      cause: error,
    })
  }
  if (isNamed(error, ...ACCOUNT_STATE))
    return new DeployError('account-not-ready', message, {
      hint: 'Open the AWS console: the account itself needs attention.',
      cause: error,
    })
  return input === undefined ? undefined : new DeployError('launch-refused', message, { hint: `Check the input ${input}.`, cause: error })
}
