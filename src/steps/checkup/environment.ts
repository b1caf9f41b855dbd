import type { Context } from '../../context.ts'
import { unknown } from '../../domain/checkup/check.ts'
import type { Check } from '../../domain/checkup/check.ts'
import { checkEnvironment } from '../../domain/checkup/environment-rules.ts'
import { DeployError, messageOf } from '../../errors.ts'

/** The rules of the GitHub environment with the service's name: who can deploy, and from which branches. */
export async function lookAtEnvironment({ config, environments }: Context): Promise<readonly Check[]> {
  const { environment } = config.service
  try {
    return checkEnvironment(environment, await environments.rules(environment))
  } catch (error) {
    const detail = `GitHub did not return the rules of the environment ${environment}: ${messageOf(error)}`
    const fix = error instanceof DeployError ? error.hint : undefined
    return [unknown('Environment', detail, `${fix ?? 'Leave github-token as it is.'} Or look under Settings > Environments.`)]
  }
}
