import type { Credentials } from '@aws-sdk/client-sts'

export interface RoleCredentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiration: Date
}

/** Keeps a text out of the log. */
export type Mask = (secret: string) => void

/** STS's answer in the client's format. None of it reaches the log. */
export function roleCredentials(given: Credentials | undefined, mask: Mask): RoleCredentials {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '', Expiration = new Date(0) } = given ?? {}
  for (const secret of [AccessKeyId, SecretAccessKey, SessionToken]) mask(secret)
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken, expiration: Expiration }
}
