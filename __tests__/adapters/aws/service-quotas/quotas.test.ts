import {
  DescribeAccountAttributesCommand,
  DescribeAddressesCommand,
  DescribeInstancesCommand,
  DescribeInstanceTypesCommand,
  EC2Client,
} from '@aws-sdk/client-ec2'
import type { Instance } from '@aws-sdk/client-ec2'
import { GetServiceQuotaCommand, ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { awsQuotas } from '../../../../src/adapters/aws/service-quotas/quotas.ts'
import { awsError } from '../../../fakes/aws-error.ts'

const ec2 = mockClient(EC2Client)
const service = mockClient(ServiceQuotasClient)
const quotas = awsQuotas(new EC2Client({ region: 'us-east-1' }), new ServiceQuotasClient({ region: 'us-east-1' }))
beforeEach(() => {
  ec2.reset()
  service.reset()
  service.on(GetServiceQuotaCommand, { ServiceCode: 'ec2', QuotaCode: 'L-1216C47A' }).resolves({ Quota: { Value: 32 } })
})

const runs = (...Instances: readonly Partial<Instance>[]) =>
  ec2.on(DescribeInstancesCommand).resolves({ Reservations: Instances.map((one) => ({ Instances: [one as Instance] })) })
const CPU = { CpuOptions: { CoreCount: 2, ThreadsPerCore: 2 } }

test('vCPUs count On-Demand instances of the same families', async () => {
  runs(
    { InstanceType: 't3.xlarge', ...CPU },
    { InstanceType: 'm5.xlarge', ...CPU },
    { InstanceType: 'c5.xlarge', InstanceLifecycle: 'spot', ...CPU },
    { InstanceType: 'p3.2xlarge', CpuOptions: { CoreCount: 4, ThreadsPerCore: 2 } },
  )
  expect(await quotas.vcpus('t3.small')).toEqual({ quota: 32, used: 8 })
  expect(ec2.commandCalls(DescribeInstancesCommand)[0]?.args[0].input.Filters).toEqual([
    { Name: 'instance-state-name', Values: ['pending', 'running'] },
  ])
})

test('reports unknown instead of guessing', async () => {
  runs({ InstanceType: 't3.xlarge' })
  expect(await quotas.vcpus('t3.small')).toBeUndefined()
  expect(await quotas.vcpus('mac2.metal')).toBeUndefined()
  service.reset()
  service.on(GetServiceQuotaCommand).rejects(awsError('NoSuchResourceException'))
  expect(await quotas.vcpus('t3.small')).toBeUndefined()
  ec2.on(DescribeInstanceTypesCommand).rejects(awsError('InvalidInstanceType'))
  expect(await quotas.vcpusOf('t99.huge')).toBeUndefined()
})

test('names the refused action', async () => {
  runs()
  service.reset()
  service.on(GetServiceQuotaCommand).rejects(awsError('AccessDeniedException'))
  await expect(quotas.vcpus('t3.small')).rejects.toMatchObject({
    code: 'not-allowed',
    message: expect.stringContaining('servicequotas:GetServiceQuota'),
  })
})

test('counts addresses', async () => {
  ec2.on(DescribeAddressesCommand).resolves({ Addresses: [{}, {}] })
  ec2.on(DescribeAccountAttributesCommand).resolves({
    AccountAttributes: [{ AttributeName: 'vpc-max-elastic-ips', AttributeValues: [{ AttributeValue: '5' }] }],
  })
  expect(await quotas.addresses()).toEqual({ quota: 5, used: 2 })
  ec2.on(DescribeAccountAttributesCommand).resolves({ AccountAttributes: [] })
  expect(await quotas.addresses()).toBeUndefined()
})
