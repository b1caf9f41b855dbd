/** What the demo says, and which of its claims do not hold. */
import { claimed, shownLine, type dockerFold } from '../terminal.ts'

const started = Date.now()
const failures: string[] = []

export function say(text: string): void {
  console.log(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${text}`)
}

export function check(claim: string, holds: boolean): void {
  say(claimed(claim, holds))
  if (!holds) fail(claim)
}

/** Counts as a claim that does not hold. */
export function fail(what: string): void {
  failures.push(what)
}

export function failed(): readonly string[] {
  return failures
}

/** Shows the output of a run, line by line. */
export function show(text: string, fold: ReturnType<typeof dockerFold>): void {
  for (const line of text.split('\n').flatMap(fold).map(shownLine)) if (line !== '') console.log(line)
}
