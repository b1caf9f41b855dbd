import { AssumeRoleWithWebIdentityCommand } from '@aws-sdk/client-sts'
import type { AssumeRoleWithWebIdentityResponse, STSClient } from '@aws-sdk/client-sts'
import { claimsOf } from '../../../domain/identity/claims.ts'
import type { RunRole } from '../../../domain/identity/job-role.ts'
import { adviceOn, claimLines, trustLines } from '../../../domain/identity/trust.ts'
import { DeployError } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { IdentityTokens } from '../../../ports/github/identity-tokens.ts'
import { aws, isNamed } from '../errors.ts'
import { roleCredentials } from './role-credentials.ts'
import type { Mask, RoleCredentials } from './role-credentials.ts'

export interface WebIdentitySpec {
  readonly role: RunRole
  readonly tokens: IdentityTokens
  readonly clock: Pick<Clock, 'sleep'>
  readonly mask: Mask
}

/** Errors that a retry with the same token does not change: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html */
const REFUSALS = [
  'AccessDenied',
  'AccessDeniedException',
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidIdentityToken',
  'InvalidIdentityTokenException',
  'RegionDisabledException',
  'ValidationError',
]
/** Milliseconds before each retry. */
const PAUSES = [1000, 3000, 9000]

/** The credentials of a role that trusts the job's identity token. Throws a `DeployError` `role-not-assumed`, which shows the token's claims, never the token. */
export function webIdentityRole(client: STSClient, { role, tokens, clock, mask }: WebIdentitySpec): () => Promise<RoleCredentials> {
  const assume = async (pauses: readonly number[]): Promise<AssumeRoleWithWebIdentityResponse> => {
    const token = await tokens.issue(role.audience)
    try {
      return await client.send(requestOf(role, token))
    } catch (cause) {
      const [pause, ...rest] = pauses
      if (pause === undefined || !isKeyMissing(cause)) throw refusal(cause, role, token) ?? cause
      await clock.sleep(pause)
      return assume(rest)
    }
  }
  return async () => roleCredentials((await aws('sts:AssumeRoleWithWebIdentity', assume(PAUSES))).Credentials, mask)
}

function requestOf({ arn, sessionName, seconds }: RunRole, token: string): AssumeRoleWithWebIdentityCommand {
  return new AssumeRoleWithWebIdentityCommand({
    RoleArn: arn,
    RoleSessionName: sessionName,
    WebIdentityToken: token,
    DurationSeconds: seconds,
  })
}

/** AWS could not fetch GitHub's keys; its client does not treat that as temporary. */
function isKeyMissing(cause: unknown): boolean {
  return isNamed(cause, 'InvalidIdentityToken', 'InvalidIdentityTokenException') && /verification key/.test(cause.message)
}

function refusal(cause: unknown, role: RunRole, token: string): DeployError | undefined {
  if (!isNamed(cause, ...REFUSALS)) return undefined
  const claims = claimsOf(token)
  // AWS quotes a malformed value.
  const words = cause.message.replaceAll(token, '***').replace(/\.$/, '')
  const lines = [
    `AWS did not let this job assume ${role.arn}: ${words}. Its identity token says:`,
    ...claimLines(claims),
    ...trustLines(words, claims, role.arn),
  ]
  return new DeployError('role-not-assumed', lines.join('\n  '), { hint: adviceOn(words, claims) })
}
