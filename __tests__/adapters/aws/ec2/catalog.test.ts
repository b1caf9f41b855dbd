import { DescribeImagesCommand, DescribeInstanceTypesCommand, EC2Client } from '@aws-sdk/client-ec2'
import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { ec2Catalog } from '../../../../src/adapters/aws/ec2/catalog.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ec2 = mockClient(EC2Client)
const ssm = mockClient(SSMClient)
const catalog = ec2Catalog(new EC2Client({ region: 'us-east-1' }), new SSMClient({ region: 'us-east-1' }))
beforeEach(() => {
  ec2.reset()
  ssm.reset()
})

test.each([
  [['x86_64'], 'x86_64'],
  [['i386', 'x86_64'], 'x86_64'],
  [['arm64'], 'arm64'],
] as const)('a type for %j is %s', async (SupportedArchitectures, expected) => {
  ec2
    .on(DescribeInstanceTypesCommand, { InstanceTypes: ['t3.small'] })
    .resolves({ InstanceTypes: [{ ProcessorInfo: { SupportedArchitectures: [...SupportedArchitectures] } }] })
  expect(await catalog.architectureOf('t3.small')).toBe(expected)
})

test('refuses a type that does not run Linux', async () => {
  ec2.on(DescribeInstanceTypesCommand).resolves({ InstanceTypes: [{ ProcessorInfo: { SupportedArchitectures: ['x86_64_mac'] } }] })
  await expect(catalog.architectureOf('mac1.metal')).rejects.toMatchObject({ code: 'unknown-instance-type' })
})

test('names an unknown type and its input', async () => {
  ec2.on(DescribeInstanceTypesCommand).rejects(awsError('InvalidInstanceType'))
  await expect(catalog.architectureOf('t9.small')).rejects.toMatchObject({
    code: 'unknown-instance-type',
    message: expect.stringContaining('t9.small'),
    hint: expect.stringContaining('instance-type'),
  })
})

test('defaults to the newest Amazon Linux 2023 of the architecture', async () => {
  const Name = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'
  ssm.on(GetParameterCommand, { Name }).resolves({ Parameter: { Value: 'ami-1' } })
  expect(await catalog.defaultAmi('arm64')).toBe('ami-1')
})

test('refers to the input ami if there is no default image', async () => {
  ssm.on(GetParameterCommand).rejects(awsError('ParameterNotFound'))
  await expect(catalog.defaultAmi('x86_64')).rejects.toMatchObject({ code: 'no-default-ami', hint: 'Set the input ami.' })
})

test('reads the architecture and root device of an image', async () => {
  ec2.on(DescribeImagesCommand, { ImageIds: ['ami-1'] }).resolves({ Images: [{ Architecture: 'arm64', RootDeviceName: '/dev/sda1' }] })
  expect(await catalog.describeAmi('ami-1')).toEqual({ architecture: 'arm64', rootDevice: '/dev/sda1' })
})

test.each(['InvalidAMIID.NotFound', 'InvalidAMIID.Malformed'])('reports a missing image: %s', async (name) => {
  ec2.on(DescribeImagesCommand).rejects(awsError(name))
  await expect(catalog.describeAmi('ami-1')).rejects.toMatchObject({ code: 'unknown-ami', message: expect.stringContaining('ami-1') })
})

test('reports an image that this account cannot see', async () => {
  ec2.on(DescribeImagesCommand).resolves({ Images: [] })
  await expect(catalog.describeAmi('ami-1')).rejects.toMatchObject({ code: 'unknown-ami' })
})
