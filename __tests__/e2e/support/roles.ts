/** The account's part of role-to-assume: GitHub's identity provider, and roles of docs/iam/setup.yaml, by their trust only. */
import { CreateOpenIDConnectProviderCommand, CreateRoleCommand, IAMClient } from '@aws-sdk/client-iam'
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import type { Cloud } from '../../../local/cloud.ts'
import { ISSUER } from '../../../local/github/identity.ts'
import { setupTemplate } from '../../iam/template.ts'

/** The audience that the action requests by default. */
export const AUDIENCE = 'sts.amazonaws.com'

export async function createProvider(cloud: Cloud): Promise<void> {
  await new IAMClient(cloud.observer).send(new CreateOpenIDConnectProviderCommand({ Url: ISSUER, ClientIDList: [AUDIENCE] }))
}

/** Creates the role of a stack for octo-org/web in an environment, and returns its ARN. `others`: further parameters of the stack. */
export async function createRole(
  cloud: Cloud,
  resource: 'Runner' | 'PlannerRole',
  Environment: string,
  others: Readonly<Record<string, string>> = {},
): Promise<string> {
  const stack = { GitHubOrg: 'octo-org', GitHubRepository: 'web', Service: 'web', Planner: 'create', Environment, ...others }
  const trust = setupTemplate(stack)[resource].Properties.AssumeRolePolicyDocument
  const RoleName = `${resource.toLowerCase()}-${Environment}`
  const made = await new IAMClient(cloud.observer).send(
    new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument: JSON.stringify(trust) }),
  )
  return made.Role?.Arn ?? ''
}

/** Variables with the credentials of a role for a token. */
export async function assume(cloud: Cloud, role: string, token: string): Promise<Readonly<Record<string, string>>> {
  const sts = new STSClient({ region: 'us-east-1', endpoint: cloud.env['AWS_ENDPOINT_URL'] ?? '' })
  const asked = { RoleArn: role, RoleSessionName: 'a-step-before', WebIdentityToken: token, DurationSeconds: 900 }
  const { Credentials } = await sts.send(new AssumeRoleWithWebIdentityCommand(asked))
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? '',
  }
}
