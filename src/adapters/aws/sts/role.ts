import { AssumeRoleCommand } from '@aws-sdk/client-sts'
import type { STSClient } from '@aws-sdk/client-sts'
import { aws } from '../errors.ts'

export interface RoleSpec {
  readonly roleArn: string
  /** At most 64 characters; the other account's CloudTrail shows it. */
  readonly sessionName: string
  /** Keeps a text out of the log. */
  readonly mask: (secret: string) => void
}

export interface RoleCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

/** Credentials of a role that the run's own role can assume. The SDK renews them shortly before they expire. */
export function assumedRole(client: STSClient, { roleArn, sessionName, mask }: RoleSpec): () => Promise<RoleCredentials> {
  return async () => {
    const request = new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: sessionName })
    const { Credentials } = await aws('sts:AssumeRole', client.send(request))
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration = new Date(0) } = Credentials ?? {}
    mask(SecretAccessKey)
    mask(SessionToken)
    return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration }
  }
}
