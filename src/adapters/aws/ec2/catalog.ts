import { DescribeImagesCommand, DescribeInstanceTypesCommand } from '@aws-sdk/client-ec2'
import type { EC2Client, InstanceTypeInfo, _InstanceType } from '@aws-sdk/client-ec2'
import { GetParameterCommand } from '@aws-sdk/client-ssm'
import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Architecture } from '../../../domain/platform.ts'
import { DeployError } from '../../../errors.ts'
import type { Catalog } from '../../../ports/hosts/catalog.ts'
import { unlessMissing } from '../errors.ts'

export function ec2Catalog(ec2: EC2Client, ssm: SSMClient): Catalog {
  return {
    architectureOf: (instanceType) => architectureOf(ec2, instanceType),
    defaultAmi: (architecture) => defaultAmi(ssm, architecture),
    describeAmi: (ami) => describeAmi(ec2, ami),
  }
}

/** `undefined` if the region does not offer the instance type. */
export async function describeType(client: EC2Client, instanceType: string): Promise<InstanceTypeInfo | undefined> {
  const request = new DescribeInstanceTypesCommand({ InstanceTypes: [instanceType as _InstanceType] })
  const missing = ['InvalidInstanceType', 'InvalidParameterValue', 'ValidationError']
  return (await unlessMissing('ec2:DescribeInstanceTypes', client.send(request), ...missing))?.InstanceTypes?.[0]
}

async function architectureOf(client: EC2Client, instanceType: string): Promise<Architecture> {
  const supported = (await describeType(client, instanceType))?.ProcessorInfo?.SupportedArchitectures ?? []
  const architecture = (['x86_64', 'arm64'] as const).find((candidate) => supported.includes(candidate))
  if (architecture) return architecture
  throw new DeployError('unknown-instance-type', `This region does not offer the instance type ${instanceType} for Linux.`, {
    hint: 'Set another instance-type, such as t3.small or t4g.small.',
  })
}

async function defaultAmi(client: SSMClient, architecture: Architecture): Promise<string> {
  const name = `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture}`
  const found = await unlessMissing('ssm:GetParameter', client.send(new GetParameterCommand({ Name: name })), 'ParameterNotFound')
  if (found?.Parameter?.Value !== undefined) return found.Parameter.Value
  throw new DeployError('no-default-ami', `This region has no parameter ${name}.`, { hint: 'Set the input ami.' })
}

async function describeAmi(client: EC2Client, ami: string): Promise<{ architecture: Architecture; rootDevice: string }> {
  const missing = ['InvalidAMIID.NotFound', 'InvalidAMIID.Malformed', 'InvalidAMIID.Unavailable']
  const found = await unlessMissing('ec2:DescribeImages', client.send(new DescribeImagesCommand({ ImageIds: [ami] })), ...missing)
  const image = found?.Images?.[0]
  if (image) return { architecture: image.Architecture === 'arm64' ? 'arm64' : 'x86_64', rootDevice: image.RootDeviceName ?? '/dev/xvda' }
  throw new DeployError('unknown-ami', `The image ${ami} does not exist in this region, or is not shared with this account.`, {
    hint: 'Check the inputs ami and aws-region.',
  })
}
