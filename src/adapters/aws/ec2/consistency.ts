import type { Clock } from '../../../ports/clock.ts'
import { pollUntil } from '../../../ports/poll-until.ts'
import type { Look } from '../../../ports/poll-until.ts'
import { isNamed } from '../errors.ts'

const PATIENCE_MS = 30_000

/**
 * Repeats a call while EC2 does not know yet what it has just created; `missing` is the error that says so.
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
export function onceVisible<T>(clock: Clock, missing: string, call: () => Promise<T>): Promise<T> {
  return pollUntil({ clock, look: () => visible(missing, call), limit: PATIENCE_MS, every: 1000, onLimit: rethrow })
}

async function visible<T>(missing: string, call: () => Promise<T>): Promise<Look<T, Error>> {
  try {
    return { ended: await call() }
  } catch (error) {
    if (isNamed(error, missing)) return { waiting: error }
    throw error
  }
}

function rethrow(error: Error): never {
  throw error
}
