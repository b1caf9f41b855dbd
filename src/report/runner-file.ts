import { appendFileSync } from 'node:fs'

type Values = Readonly<Record<string, string>>

/** Not the functions of `@actions/core`: they load node:crypto for their delimiters, a tenth of the time of a run that only reports a wrong input. */
export function setOutputs(outputs: Values): void {
  append('GITHUB_OUTPUT', outputs)
}

/** A value saved for this phase; empty if there is none. */
export function stateOf(name: string): string {
  return process.env[`STATE_${name}`] ?? ''
}

/** Saves values for the `post` phase. */
export function saveState(state: Values): void {
  append('GITHUB_STATE', state)
}

/** Like the runner itself, does nothing without a file: the run is outside of GitHub. */
function append(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', values: Values): void {
  const file = process.env[variable]
  const entries = Object.entries(values).map(([name, value]) => entry(name, value))
  if (file) appendFileSync(file, entries.join(''))
}

/**
 * Writes a multiline value between two delimiters that it does not contain.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
export function entry(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`
  let end = 'END'
  while (value.includes(end)) end += 'D'
  return `${name}<<${end}\n${value}\n${end}\n`
}
