import type { Context } from '../../context.ts'
import { refuseOlder } from '../../domain/release/commit-order.ts'
import { assertNotRefused } from '../../errors.ts'
import type { Comparison } from '../../domain/commits.ts'
import { shortCommit } from '../../domain/commits.ts'

/** How a commit relates to the live one, if GitHub knows. */
export async function compareWithLive(
  { commits: github, progress }: Context,
  commit: string,
  live: string,
): Promise<Comparison | undefined> {
  if (live === '' || live === commit) return undefined
  const comparison = await github.compare(live, commit)
  if (comparison === undefined) {
    const unknown = `GitHub did not compare ${shortCommit(commit)} with ${shortCommit(live)}, which is live`
    progress.info(`${unknown}, so this run would not notice an older commit. GitHub compares pushed commits, for jobs with contents: read`)
  }
  return comparison
}

/** Refuses an ancestor of the live commit. */
export async function assertNotOlder(ctx: Context, commit: string, live: string): Promise<void> {
  const comparison = await compareWithLive(ctx, commit, live)
  assertNotRefused(refuseOlder(commit, live, comparison?.relation, ctx.config.guards))
}
