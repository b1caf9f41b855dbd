import { DescribeAccountAttributesCommand, DescribeAddressesCommand, paginateDescribeInstances } from '@aws-sdk/client-ec2'
import type { EC2Client, Instance } from '@aws-sdk/client-ec2'
import { GetServiceQuotaCommand } from '@aws-sdk/client-service-quotas'
import type { ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { vcpuQuotaOf } from '../../../domain/checkup/quota.ts'
import type { Quotas } from '../../../ports/hosts/quotas.ts'
import { describeType } from '../ec2/catalog.ts'
import { aws, pages, unlessMissing } from '../errors.ts'

export function awsQuotas(ec2: EC2Client, quotas: ServiceQuotasClient): Quotas {
  return {
    vcpusOf: async (instanceType) => (await describeType(ec2, instanceType))?.VCpuInfo?.DefaultVCpus,
    async vcpus(instanceType) {
      const code = vcpuQuotaOf(instanceType)?.code
      if (code === undefined) return undefined
      const [quota, used] = await Promise.all([quotaOf(quotas, code), runningVcpus(ec2, code)])
      return quota === undefined || used === undefined ? undefined : { quota, used }
    },
    async addresses() {
      const [{ AccountAttributes }, { Addresses }] = await Promise.all([
        aws('ec2:DescribeAccountAttributes', ec2.send(new DescribeAccountAttributesCommand({}))),
        aws('ec2:DescribeAddresses', ec2.send(new DescribeAddressesCommand({}))),
      ])
      const named = AccountAttributes?.find(({ AttributeName }) => AttributeName === 'vpc-max-elastic-ips')
      const quota = named?.AttributeValues?.[0]?.AttributeValue
      return quota === undefined ? undefined : { quota: Number(quota), used: (Addresses ?? []).length }
    },
  }
}

/** The quota that applies to the account, or else AWS's default. */
async function quotaOf(client: ServiceQuotasClient, QuotaCode: string): Promise<number | undefined> {
  const request = new GetServiceQuotaCommand({ ServiceCode: 'ec2', QuotaCode })
  const found = await unlessMissing('servicequotas:GetServiceQuota', client.send(request), 'NoSuchResourceException')
  return found?.Quota?.Value
}

/** Spot instances have quotas of their own. `undefined` if EC2 does not report the vCPUs of one. */
async function runningVcpus(client: EC2Client, code: string): Promise<number | undefined> {
  const Filters = [{ Name: 'instance-state-name', Values: ['pending', 'running'] }]
  const all = paginateDescribeInstances({ client }, { Filters })
  const running = await pages('ec2:DescribeInstances', all, ({ Reservations }) => Reservations?.flatMap(({ Instances }) => Instances ?? []))
  const counted = running.filter((one) => one.InstanceLifecycle === undefined && vcpuQuotaOf(one.InstanceType ?? '')?.code === code)
  const vcpus = counted.map(vcpusIn)
  return vcpus.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0)
}

function vcpusIn({ CpuOptions: { CoreCount: cores, ThreadsPerCore: threads } = {} }: Instance): number | undefined {
  return cores === undefined || threads === undefined ? undefined : cores * threads
}
