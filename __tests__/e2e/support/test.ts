/** Jest's tests with this machine's patience, each independent of the others. */
import { afterAll, it as jestIt, beforeEach as jestBeforeEach } from '@jest/globals'
import { patiently } from '../../../local/machine/patience.ts'
import { createDoom } from './doom.ts'
import { createGivens } from './given.ts'
import { createScopes } from './scope.ts'

/** Jest's longest timeout, in milliseconds of wall time. */
export const NEVER = 2 ** 31 - 1
/** For a test with all that it builds on, in seconds of an idle machine. */
const FOR_A_TEST = 900

const scopes = createScopes()
const givens = createGivens({ assertMayAsk: scopes.assertGoesOn })
export const doom = createDoom(process.env['FAIL_AT'])
let begun = 0

export const { given, atEnd } = givens
export const { untilEnd } = scopes

afterAll(() => givens.end(), NEVER)

type Body<T extends readonly unknown[]> = (...row: T) => Promise<unknown>

/** Runs a test or a hook, and ends its work; if it fails, the next ones start with new states. */
function guarded<T extends readonly unknown[]>(body: Body<T>): (...row: T) => Promise<void> {
  return async (...row) => {
    try {
      await scopes.within(() => patiently('the test', () => body(...row), FOR_A_TEST))
    } catch (error) {
      givens.spoil()
      throw error
    }
  }
}

function doomed<T extends readonly unknown[]>(body: Body<T>): Body<T> {
  return async (...row) => {
    doom.begin((begun += 1))
    try {
      await body(...row)
      doom.halfWay()
    } finally {
      doom.end()
    }
  }
}

function each<T extends readonly unknown[]>(rows: readonly T[]): (name: string, body: Body<T>) => void {
  return (name, body) => jestIt.each(rows as readonly (readonly unknown[])[])(name, guarded(doomed(body)) as never, NEVER)
}

export const it = Object.assign((name: string, body: Body<[]>): void => jestIt(name, guarded(doomed(body)), NEVER), { each })

/** The starting state of a file's or a `describe`'s tests. */
export function beforeEach(body: Body<[]>): void {
  jestBeforeEach(guarded(body), NEVER)
}
