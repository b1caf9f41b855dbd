/** Running work of a test: it ends with the test, however the test ends. */
import { AsyncLocalStorage } from 'node:async_hooks'

type End = () => Promise<unknown>

export interface Scopes {
  /** Runs a test or a hook, and then ends its remaining work, the last first. */
  readonly within: <T>(body: () => Promise<T>) => Promise<T>
  /**
   * Throws for a test that has ended: after a timeout, its body still runs, and must not affect the next test. Outside of
   * tests it never throws.
   */
  readonly assertGoesOn: () => void
  /** Calls `end` once, when the current test ends. Throws like `assertGoesOn`. */
  readonly untilEnd: (end: End) => void
}

interface Scope {
  readonly ends: Set<End>
  ended: boolean
}

export function createScopes(): Scopes {
  const current = new AsyncLocalStorage<Scope>()
  function assertGoesOn(): void {
    if (current.getStore()?.ended) throw new Error('the test that asks for this has ended')
  }
  return {
    async within(body) {
      const scope: Scope = { ends: new Set(), ended: false }
      const [result] = await Promise.allSettled([current.run(scope, body)])
      const failures = await endAll(scope)
      if (result.status === 'rejected') throw result.reason
      if (failures.length > 0) throw failures[0]
      return result.value
    },
    assertGoesOn,
    untilEnd(end) {
      assertGoesOn()
      current.getStore()?.ends.add(end)
    },
  }
}

/** Returns the errors of work that could not be ended. */
async function endAll(scope: Scope): Promise<unknown[]> {
  scope.ended = true
  const failures: unknown[] = []
  for (const end of [...scope.ends].toReversed()) await end().catch((error: unknown) => failures.push(error))
  return failures
}
