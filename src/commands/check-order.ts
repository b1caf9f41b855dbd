import type { Context } from '../context.ts'
import type { ReleaseRecord } from '../domain/release.ts'
import { DeployError } from '../errors.ts'
import type { Comparison } from '../ports/commits.ts'

/** Refuses a commit that was rolled back from. */
export function refuseBlocked({ config }: Context, record: ReleaseRecord | undefined): void {
  const { job, guards } = config
  if (guards.force || !record?.blocked.includes(job.commit)) return
  throw new DeployError('refused', `commit ${job.commit.slice(0, 8)} was rolled back from`, {
    next: 'Deploy a newer commit, or set force: true to deploy this one all the same.',
  })
}

/**
 * Refuses a commit that is an ancestor of what serves: the run was started, or approved, before a newer release was deployed.
 * Gives how the two stand to each other, where GitHub tells.
 */
export async function compareWithLive(ctx: Context, live: string): Promise<Comparison | undefined> {
  const { config, commits, progress } = ctx
  const { commit } = config.job
  if (live === '' || live === commit) return undefined
  const comparison = await commits.compare(live, commit)
  if (comparison === undefined) {
    progress.info(`GitHub does not tell whether ${commit.slice(0, 8)} is newer than ${live.slice(0, 8)}, which serves; going on`)
  }
  if (comparison?.relation === 'behind' && !config.guards.allowDowngrade && !config.guards.force) {
    const newer = config.promotion === undefined ? 'Run the workflow on a newer commit' : 'Promote a newer release'
    throw new DeployError('refused', `commit ${commit.slice(0, 8)} is older than ${live.slice(0, 8)}, which serves`, {
      next: `${newer}; to go back, use command: rollback, or set allow-downgrade: true.`,
    })
  }
  return comparison
}
