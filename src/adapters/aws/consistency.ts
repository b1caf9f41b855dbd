import type { Clock } from '../../ports/clock.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'
import { isNamed } from './errors.ts'

const PATIENCE_MS = 30_000

/**
 * Repeats a call while AWS does not know yet what the run has just created, changed or removed; `stale`: the errors that say so.
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_general.html#troubleshoot_general_eventual-consistency
 */
export function onceConsistent<T>(clock: Clock, stale: readonly string[], call: () => Promise<T>): Promise<T> {
  return pollUntil({ clock, look: () => consistent(stale, call), limit: PATIENCE_MS, every: 1000, onLimit: rethrow })
}

async function consistent<T>(stale: readonly string[], call: () => Promise<T>): Promise<Look<T, Error>> {
  try {
    return { ended: await call() }
  } catch (error) {
    if (isNamed(error, ...stale)) return { waiting: error }
    throw error
  }
}

function rethrow(error: Error): never {
  throw error
}
