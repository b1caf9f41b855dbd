import type { ReleaseRecord } from './record.ts'

/** Commits that stay refused after a rollback: more than anyone returns to. */
export const BLOCKED_LIMIT = 20

/** A record that is to be written over another one than its run had seen: what was marked as blocked meanwhile stays so, unless it serves now. */
export function withMarksOf(record: ReleaseRecord, meanwhile: ReleaseRecord, seen: ReleaseRecord | undefined): ReleaseRecord {
  const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit))
  const others = record.blocked.filter((commit) => !marked.includes(commit))
  return { ...record, blocked: [...marked, ...others].slice(0, BLOCKED_LIMIT) }
}
