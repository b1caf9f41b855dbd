import type { Refusal } from '../refusal.ts'
import type { ReleaseRecord } from './record.ts'
import { shortCommit } from '../commits.ts'

/** Inputs that allow what the run would otherwise refuse. */
export interface Waivers {
  readonly allowRolledBack: boolean
  readonly allowDowngrade: boolean
}

/** Refuses a commit that was rolled back. */
export function refuseBlocked(
  commit: string,
  record: Pick<ReleaseRecord, 'blocked'> | undefined,
  { allowRolledBack }: Waivers,
): Refusal | undefined {
  if (allowRolledBack || !record?.blocked.includes(commit)) return undefined
  return {
    reason: `commit ${shortCommit(commit)} was rolled back`,
    hint: 'Deploy a newer commit, or set allow-rolled-back: true to deploy this one anyway.',
  }
}

/** Refuses an ancestor of the live commit: a newer release was deployed after the run was started or approved. */
export function refuseOlder(commit: string, live: string, relation: string | undefined, waivers: Waivers): Refusal | undefined {
  if (relation !== 'behind' || waivers.allowDowngrade) return undefined
  return {
    reason: `commit ${shortCommit(commit)} is older than ${shortCommit(live)}, which is live`,
    hint: 'Deploy or promote a newer commit. To return to an older one, use command: rollback, or set allow-downgrade: true.',
  }
}

/** How many commits stay refused after rollbacks: more than anyone returns to. */
export const BLOCKED_LIMIT = 20

/**
 * A record to write over one that the run has not seen: commits that were blocked in the meantime stay blocked, unless one is live now. A freeze, or its
 * end, also stays, unless the run itself changes it.
 */
export function withMarksOf(record: ReleaseRecord, meanwhile: ReleaseRecord, seen: ReleaseRecord | undefined): ReleaseRecord {
  const marked = meanwhile.blocked.filter((commit) => commit !== record.commit && !seen?.blocked.includes(commit))
  const others = record.blocked.filter((commit) => !marked.includes(commit))
  const changed = (one: ReleaseRecord): boolean => JSON.stringify(one.freeze) !== JSON.stringify(seen?.freeze)
  const { freeze } = changed(record) || !changed(meanwhile) ? record : meanwhile
  return { ...record, freeze, blocked: [...marked, ...others].slice(0, BLOCKED_LIMIT) }
}
