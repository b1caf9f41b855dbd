import { AllocateAddressCommand, CreateSecurityGroupCommand, RunInstancesCommand } from '@aws-sdk/client-ec2'
import type { EC2Client } from '@aws-sdk/client-ec2'
import type { Verdict } from '../../../domain/checkup/rights.ts'
import { isNotAllowed } from '../../../errors.ts'
import type { Permissions } from '../../../ports/hosts/permissions.ts'
import { aws, isNamed } from '../errors.ts'
import { allocateRequest } from './addresses.ts'
import { runInstancesRequest } from './launch.ts'
import { createGroupRequest } from './security-groups.ts'

/** What EC2 answers to a request that it would carry out: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/CommonParameters.html */
const WOULD_SUCCEED = 'DryRunOperation'
const DRY = { DryRun: true } as const

export function ec2DryRuns(client: EC2Client): Omit<Permissions, 'simulate'> {
  return {
    launch: (spec) =>
      verdictOf('ec2:RunInstances', () =>
        client.send(new RunInstancesCommand({ ...runInstancesRequest(spec, ''), ClientToken: undefined, ...DRY })),
      ),
    createSecurityGroup: (service, vpcId) =>
      verdictOf('ec2:CreateSecurityGroup', () =>
        client.send(new CreateSecurityGroupCommand({ ...createGroupRequest(service, vpcId), ...DRY })),
      ),
    allocateAddress: (service) =>
      verdictOf('ec2:AllocateAddress', () => client.send(new AllocateAddressCommand({ ...allocateRequest(service), ...DRY }))),
  }
}

/** Only this error counts as allowed: a request that EC2 answers otherwise was no dry run. */
async function verdictOf(action: string, ask: () => Promise<unknown>): Promise<Verdict> {
  try {
    await aws(action, ask())
    return { action, kind: 'unknown', reason: 'EC2 answered a dry run without a verdict' }
  } catch (error) {
    if (isNamed(error, WOULD_SUCCEED)) return { action, kind: 'allowed' }
    if (isNotAllowed(error)) return { action, kind: 'refused', reason: error.message }
    if (error instanceof Error) return { action, kind: 'unknown', reason: error.message }
    throw error
  }
}
