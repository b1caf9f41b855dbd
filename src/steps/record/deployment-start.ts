import type { Context } from '../../context.ts'
import { DEPLOYING } from '../../domain/deployment/payload.ts'
import type { Release } from '../../domain/release/release.ts'
import type { DeploymentStart } from '../../ports/github/deployment-record.ts'

type Starting = Pick<Release, 'name' | 'digest' | 'commit'> & { readonly semver?: string | undefined }

/** `since`: when the run began its work on the service, in milliseconds since the epoch. */
export function startOf(
  { config }: Pick<Context, 'config'>,
  { name: release, digest, commit, semver }: Starting,
  since: number,
): DeploymentStart {
  const command = DEPLOYING.find((one) => one === config.command)
  if (command === undefined) throw new Error(`${config.command} makes no deployment.`)
  return { command, release, version: semver ?? release.replace(/-.*/, ''), digest, commit, startedAt: new Date(since).toISOString() }
}
