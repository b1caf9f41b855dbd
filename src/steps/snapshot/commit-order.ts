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
    const commits = `${shortCommit(commit)} is newer than ${shortCommit(live)}, which is live`
    progress.info(`GitHub does not say whether ${commits}; continuing. It answers jobs with contents: read, for commits that it has`)
  }
  return comparison
}

/** Refuses an ancestor of the live commit. */
export async function assertNotOlder(ctx: Context, commit: string, live: string): Promise<void> {
  const comparison = await compareWithLive(ctx, commit, live)
  assertNotRefused(refuseOlder(commit, live, comparison?.relation, ctx.config.guards))
}
