import type { Context } from '../../context.ts'
import type { Attempt } from '../../domain/release/record.ts'

/** When a commit was made, where it is the one that is checked out: a release may come from another one, or from an image alone. */
export async function commitTime({ checkout }: Context, commit: string): Promise<Pick<Attempt, 'committedAt'>> {
  const head = await checkout.head()
  if (head.kind !== 'commit' || head.id !== commit) return {}
  const at = await checkout.committedAt()
  return at === undefined ? {} : { committedAt: at.toISOString() }
}
