import type { Context } from '../../context.ts'
import type { Attempt } from '../../domain/release/record.ts'

/** The time of a commit, if it is the checked-out one: a release can come from another commit, or from an image alone. */
export async function commitTime({ checkout }: Context, commit: string): Promise<Pick<Attempt, 'committedAt'>> {
  const head = await checkout.head()
  if (head.kind !== 'commit' || head.id !== commit) return {}
  const at = await checkout.committedAt()
  return at === undefined ? {} : { committedAt: at.toISOString() }
}
