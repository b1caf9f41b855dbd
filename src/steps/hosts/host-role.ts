import type { Context } from '../../context.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { profileName } from '../../domain/host/role-name.ts'
import { DeployError } from '../../errors.ts'

export interface RoleInput {
  readonly accountId: string
  /** Names of the ECR repositories that the host pulls from. */
  readonly repositories: readonly string[]
}

/** The instance profile for a new host. Warns of what the role that a stack made does not allow. */
export async function ensureRole({ config, hostRoles, progress }: Context, { accountId, repositories }: RoleInput): Promise<string> {
  const { service, region } = config
  const { profile, lacks } = await hostRoles.ensure({ service, region, accountId, repositories })
  for (const grant of lacks) progress.warn(`The host's role of the stack does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`)
  return profile
}

/** Puts the role of hosts that are there right, whoever changed it since. A run that may not leaves it as it is. */
export async function putRoleRight(ctx: Context, hosts: readonly Host[], input: RoleInput): Promise<void> {
  const { service, region } = ctx.config
  const profile = profileName(service, region)
  if (!hosts.some((host) => isOwn(host, service) && host.instanceProfile === profile)) return
  try {
    await ensureRole(ctx, input)
  } catch (error) {
    if (!(error instanceof DeployError) || error.code !== 'not-allowed') throw error
    ctx.progress.info(`The host's role is left as it is: ${error.message}`)
  }
}
