import type { Context } from '../../context.ts'
import { recordedCommand } from '../../domain/deployment/recorded.ts'
import type { Release } from '../../domain/release/release.ts'
import { versionOf } from '../../domain/version/version.ts'
import type { DeploymentStart } from '../../ports/github/deployments/deployment-record.ts'

type Deployed = Pick<Release, 'name' | 'digest' | 'commit'> & { readonly semver?: string | undefined }

/** `since`: when the run started its work on the service, in milliseconds since the epoch. */
export function startOf({ config }: Pick<Context, 'config'>, release: Deployed, since: number): DeploymentStart {
  const command = recordedCommand(config.command)
  if (command === undefined) throw new Error(`${config.command} makes no deployment.`)
  const { name, digest, commit } = release
  return { command, release: name, version: versionOf(release), digest, commit, startedAt: new Date(since).toISOString() }
}
