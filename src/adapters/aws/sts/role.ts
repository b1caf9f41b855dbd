import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { STSClient } from '@aws-sdk/client-sts'
import { aws } from '../errors.ts'
import { roleCredentials } from './role-credentials.ts'
import type { Mask, RoleCredentials } from './role-credentials.ts'

export interface RoleSpec {
  readonly roleArn: string
  /** At most 64 characters; the other account's CloudTrail shows it. */
  readonly sessionName: string
  readonly mask: Mask
}

/** Credentials of a role that the run's own role can assume. The SDK renews them shortly before they expire. */
export function assumedRole(client: STSClient, { roleArn, sessionName, mask }: RoleSpec): () => Promise<RoleCredentials> {
  return async () => {
    const request = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName })
    const { Credentials } = await aws('sts:AssumeRole', client.send(request))
    return roleCredentials(Credentials, mask)
  }
}
