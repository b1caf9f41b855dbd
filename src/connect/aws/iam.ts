import { IAMClient } from '@aws-sdk/client-iam'
import { iamHostRoles } from '../../adapters/aws/iam/host-roles.ts'
import type { Clock } from '../../ports/clock.ts'
import type { HostRoles } from '../../ports/hosts/host-roles.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

export function connectIam(options: ClientOptions, clock: Clock): HostRoles {
  return iamHostRoles(permitted(new IAMClient(options), options.permit), clock)
}
