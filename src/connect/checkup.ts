import type { EC2Client } from '@aws-sdk/client-ec2'
import { IAMClient } from '@aws-sdk/client-iam'
import { ServiceQuotasClient } from '@aws-sdk/client-service-quotas'
import { ec2DryRuns } from '../adapters/aws/ec2/dry-run.ts'
import { iamSimulation } from '../adapters/aws/iam/simulation.ts'
import { awsQuotas } from '../adapters/aws/service-quotas/quotas.ts'
import type { Permissions } from '../ports/hosts/permissions.ts'
import type { Quotas } from '../ports/hosts/quotas.ts'
import { permitted } from './aws/permitted.ts'
import type { ClientOptions } from './aws/options.ts'

/** `identify`: the ARN of the run's credentials. */
export function connectPermissions(options: ClientOptions, ec2: EC2Client, identify: () => Promise<string>): Permissions {
  return { ...ec2DryRuns(ec2), simulate: iamSimulation(permitted(new IAMClient(options), options.permit), identify) }
}

export function connectQuotas(options: ClientOptions, ec2: EC2Client): Quotas {
  return awsQuotas(ec2, permitted(new ServiceQuotasClient(options), options.permit))
}
