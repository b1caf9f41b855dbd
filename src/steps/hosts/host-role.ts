import type { Context } from '../../context.ts'
import { namesProvenByDns } from '../../domain/dns/wanted-names.ts'
import { isOwn } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'
import { profileName } from '../../domain/host/role-name.ts'
import { DeployError } from '../../errors.ts'

/** The instance profile for a new host, which pulls from ECR repositories of these names. Warns of anything that a stack's role does not allow. */
export async function ensureRole({ config, accountId, hostRoles, progress }: Context, repositories: readonly string[]): Promise<string> {
  const { service, region } = config
  const { profile, lacks } = await hostRoles.ensure({ service, region, accountId, repositories, challenged: namesProvenByDns(config.spec) })
  for (const grant of lacks) progress.warn(`The stack's role for hosts does not allow ${grant}. Update the stack (docs/iam/setup.yaml).`)
  return profile
}

/** Restores the role of existing hosts, whoever changed it. If that fails, the run continues with the role as it is. */
export async function putRoleRight(ctx: Context, hosts: readonly Host[], repositories: readonly string[]): Promise<void> {
  const { service, region } = ctx.config
  const profile = profileName(service, region)
  if (!hosts.some((host) => isOwn(host, service) && host.instanceProfile === profile)) return
  try {
    await ensureRole(ctx, repositories)
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    ctx.progress[error.code === 'not-allowed' ? 'info' : 'warn'](`The host's role was not changed: ${error.message}`)
  }
}
