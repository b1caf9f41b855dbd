/** What a test has under way: it ends with the test, however that ends. */
import { AsyncLocalStorage } from 'node:async_hooks'

type End = () => Promise<unknown>

export interface Scopes {
  /** Does what a test or a hook has to do, and then ends what is under way still, the last first. */
  readonly within: <T>(body: () => Promise<T>) => Promise<T>
  /**
   * Throws for a test that has ended: when patience with one is at an end, its body goes on, and must not touch what belongs to the next one. Outside of
   * any test there is no end.
   */
  readonly assertGoesOn: () => void
  /** Has `end` called once, when the test ends that asks for it. Throws as `assertGoesOn`. */
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

/** Gives what could not be ended. */
async function endAll(scope: Scope): Promise<unknown[]> {
  scope.ended = true
  const failures: unknown[] = []
  for (const end of [...scope.ends].toReversed()) await end().catch((error: unknown) => failures.push(error))
  return failures
}
