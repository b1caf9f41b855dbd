import type { Context } from '../../context.ts'
import { DEPLOYING } from '../../domain/deployment/payload.ts'
import type { Release } from '../../domain/release/release.ts'
import type { DeploymentStart } from '../../ports/github/deployment-record.ts'

/** `since`: when the run started its work on the service, in milliseconds since the epoch. */
export function startOf(
  { config }: Pick<Context, 'config'>,
  { name: release, digest, commit }: Pick<Release, 'name' | 'digest' | 'commit'>,
  since: number,
): DeploymentStart {
  const command = DEPLOYING.find((one) => one === config.command)
  if (command === undefined) throw new Error(`${config.command} makes no deployment.`)
  return { command, release, digest, commit, startedAt: new Date(since).toISOString() }
}
