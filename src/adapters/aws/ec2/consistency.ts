import type { Clock } from '../../../ports/clock.ts'
import { isNamed } from '../errors.ts'

const PATIENCE_MS = 30_000

/**
 * Repeats a call while EC2 does not know what it has just created; `missing` is the error that says so.
 * https://docs.aws.amazon.com/ec2/latest/devguide/eventual-consistency.html
 */
export async function onceVisible<T>(clock: Clock, missing: string, call: () => Promise<T>): Promise<T> {
  const deadline = clock.now() + PATIENCE_MS
  for (;;) {
    try {
      return await call()
    } catch (error) {
      if (!isNamed(error, missing) || clock.now() >= deadline) throw error
      await clock.sleep(1000)
    }
  }
}
