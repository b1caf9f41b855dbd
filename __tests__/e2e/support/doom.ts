/**
 * Makes passing tests fail, to prove that no test depends on another one: FAIL_AT is `odd`, `even` or the number of a test in its file, from 1.
 * A doomed test fails half-way: as soon as the action has done something for it, or else at its end.
 */
export interface Doom {
  /** The nth test begins. */
  readonly begin: (n: number) => void
  /** It has ended. */
  readonly end: () => void
  /** Throws if the current test is doomed. */
  readonly halfWay: () => void
}

export function createDoom(failAt: string | undefined): Doom {
  let doomed = false
  return {
    end: () => void (doomed = false),
    begin: (n) => void (doomed = failAt === String(n) || failAt === (n % 2 === 0 ? 'even' : 'odd')),
    halfWay() {
      if (doomed) throw new Error('made to fail by FAIL_AT')
    },
  }
}
