import type { Context } from '../../context.ts'
import { refuseOlder } from '../../domain/release/commit-order.ts'
import { refused } from '../../errors.ts'
import type { Comparison } from '../../domain/commits.ts'

/** How this run's commit stands to the one that serves, where GitHub tells. */
export async function compareWithLive({ config, commits, progress }: Context, live: string): Promise<Comparison | undefined> {
  const { commit } = config.job
  if (live === '' || live === commit) return undefined
  const comparison = await commits.compare(live, commit)
  if (comparison === undefined) {
    progress.info(`GitHub does not tell whether ${commit.slice(0, 8)} is newer than ${live.slice(0, 8)}, which serves; going on`)
  }
  return comparison
}

/** Refuses a commit that is an ancestor of what serves by now. */
export async function assertNotOlder(ctx: Context, live: string): Promise<void> {
  const comparison = await compareWithLive(ctx, live)
  const refusal = refuseOlder(ctx.config.job.commit, live, comparison?.relation, ctx.config.guards)
  if (refusal) throw refused(refusal)
}
