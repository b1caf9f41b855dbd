import { IAMClient, PutRolePolicyCommand } from '@aws-sdk/client-iam'
import type { Call } from '../../../local/aws/requests.ts'
import type { Cloud } from '../../../local/cloud.ts'
import { profileName } from '../../../src/domain/host/role-name.ts'
import { requestsOf } from '../../iam/recorded.ts'
import { may } from '../../iam/simulate.ts'
import type { Held, Request } from '../../iam/simulate.ts'
import { resolvedTemplate, setupTemplate } from '../../iam/template.ts'

const OWNER = { name: 'web', environment: 'production' }
const ROLE = profileName(OWNER, 'us-east-1')

function guestStack(service: string, GuestEnvironmentPattern = '') {
  const guest = { Guest: service, GuestRunnerRoleName: 'runner', GuestEnvironmentPattern }
  return resolvedTemplate('guest.yaml', { Owner: OWNER.name, HostRoleName: ROLE, ...guest })
}

/**
 * The owner of the hosts deploys docs/iam/guest.yaml for a service: its policy is added to the role of `web`'s hosts. `pattern`: its environments, such as
 * `pr-*`; default: production.
 */
export async function invite(cloud: Cloud, service: string, pattern = ''): Promise<void> {
  const { PolicyName, PolicyDocument } = guestStack(service, pattern).HostForGuest.Properties
  await new IAMClient(cloud.observer).send(
    new PutRolePolicyCommand({ RoleName: ROLE, PolicyName, PolicyDocument: JSON.stringify(PolicyDocument) }),
  )
}

/** What the role of the previews of `web` holds, by the two stacks of docs/guides/serve/previews.md. */
export function roleOfPreviews(): Held {
  const pattern = { Environment: 'pr', EnvironmentPattern: 'pr-*', GitHubEnvironment: 'preview' }
  const own = setupTemplate({ GitHubOrg: 'acme', GitHubRepository: 'web', Service: 'web', ...pattern })
  return [...own.Runner.Properties.Policies, guestStack('web', 'pr-*').CommandsOfGuest.Properties]
}

/** The policies of a service's workflow role, including those of docs/iam/guest.yaml for a guest. */
export function rolesOf(service: string): { readonly alone: Held; readonly invited: Held } {
  const alone: Held = setupTemplate({ GitHubOrg: 'acme', GitHubRepository: 'web', Service: service }).Runner.Properties.Policies
  return { alone, invited: [...alone, guestStack(service).CommandsOfGuest.Properties] }
}

/** The calls that a role is not allowed to make. All hosts belong to `web`, with this role. */
export async function deniedOf(held: Held, calls: readonly Call[], hostRole: string = ROLE): Promise<readonly Request[]> {
  const asked = new Map(
    calls.flatMap((call) => requestsOf(call, { ...OWNER, hostRole })).map((request) => [JSON.stringify(request), request]),
  )
  const verdicts = await Promise.all([...asked.values()].map(async (request) => ({ request, allowed: await may(held, request) })))
  return verdicts.filter(({ allowed }) => !allowed).map(({ request }) => request)
}
