import { GetRoleCommand, SimulatePrincipalPolicyCommand } from '@aws-sdk/client-iam'
import type { EvaluationResult, IAMClient } from '@aws-sdk/client-iam'
import type { Right, Verdict } from '../../../domain/checkup/rights.ts'
import { DeployError } from '../../../errors.ts'
import type { Permissions } from '../../../ports/hosts/permissions.ts'
import { aws, isNamed } from '../errors.ts'

/** IAM simulates neither the root user of an account nor a federated one. */
const NO_PRINCIPAL = ['InvalidInput', 'InvalidInputException', 'NoSuchEntity', 'NoSuchEntityException', 'ValidationError']

/**
 * `identify`: the ARN of the run's credentials. IAM simulates the policies and boundary of a role or user, and those of its organization; not the
 * policies of resources: https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html
 */
export function iamSimulation(client: IAMClient, identify: () => Promise<string>): Permissions['simulate'] {
  return async (rights) => {
    try {
      const source = await principalOf(client, await identify())
      return await Promise.all(rights.map((right) => simulated(client, source, right)))
    } catch (error) {
      if (!(error instanceof DeployError) && !isNamed(error, ...NO_PRINCIPAL)) throw error
      return rights.map(({ action }) => ({ action, kind: 'unknown', reason: error.message }))
    }
  }
}

async function simulated(client: IAMClient, source: string, { action, resource, context }: Right): Promise<Verdict> {
  const request = new SimulatePrincipalPolicyCommand({
    PolicySourceArn: source,
    ActionNames: [action],
    ResourceArns: [resource],
    ContextEntries: Object.entries(context).map(([ContextKeyName, values]) => ({
      ContextKeyName,
      ContextKeyValues: [...values],
      ContextKeyType: values.length === 1 ? 'string' : 'stringList',
    })),
  })
  const { EvaluationResults } = await aws('iam:SimulatePrincipalPolicy', client.send(request))
  return verdictOf({ action, resource }, EvaluationResults?.[0])
}

/** A decision without the value of a condition key counts as unknown: with the value, it could be the opposite. */
function verdictOf({ action, resource }: Pick<Right, 'action' | 'resource'>, result: EvaluationResult | undefined): Verdict {
  const { EvalDecision: decision, ResourceSpecificResults: [specific] = [] } = result ?? {}
  const missing = [...new Set([...(result?.MissingContextValues ?? []), ...(specific?.MissingContextValues ?? [])])]
  if (decision === undefined) return { action, kind: 'unknown', reason: 'IAM gave no decision' }
  if (missing.length > 0) return { action, kind: 'unknown', reason: `a policy depends on ${missing.join(', ')}` }
  if (decision === 'allowed') return { action, kind: 'allowed' }
  const reason = decision === 'explicitDeny' ? 'a policy denies it' : 'no policy allows it'
  return { action, kind: 'refused', reason: `${reason} on ${resource}` }
}

/** IAM knows a role by its own ARN. That of a session lacks the role's path. */
async function principalOf(client: IAMClient, arn: string): Promise<string> {
  const [, name] = /:assumed-role\/([^/]+)\//.exec(arn) ?? []
  if (name === undefined) return arn
  const { Role } = await aws('iam:GetRole', client.send(new GetRoleCommand({ RoleName: name })))
  return Role?.Arn ?? arn
}
