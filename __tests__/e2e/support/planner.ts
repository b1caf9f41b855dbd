/** What docs/iam/setup.yaml allows the planner's role. */
import type { Call } from '../../../local/aws/requests.ts'
import { setupTemplate } from '../../iam/template.ts'
import type { Policy } from '../../iam/template.ts'

function resourceOf(name: string, Environment: string) {
  return setupTemplate({
    GitHubOrg: 'octo-org',
    GitHubRepository: 'web',
    Service: 'web',
    Planner: 'create',
    StatusDocument: 'create',
    Environment,
  })[name].Properties
}

/** Anyone with a token can try to assume a role, and anyone with credentials can ask for their identity. */
const PLANNER_ACTIONS: ReadonlySet<string> = new Set([
  'sts:AssumeRoleWithWebIdentity',
  'sts:GetCallerIdentity',
  ...[...resourceOf('PlannerRole', 'production').Policies, resourceOf('AskHosts', 'production')].flatMap(
    ({ PolicyDocument }: { readonly PolicyDocument: Policy }) => PolicyDocument.Statement.flatMap(({ Action }) => Action),
  ),
])

/** Whether docs/iam/setup.yaml allows the planner's role this call. */
export function plannerMay({ service, operation }: Pick<Call, 'service' | 'operation'>): boolean {
  return PLANNER_ACTIONS.has(`${service}:${operation}`)
}
