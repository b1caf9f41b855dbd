import { appendFileSync } from 'node:fs'

type Values = Readonly<Record<string, string>>

/** Not those of `@actions/core`: they load node:crypto for their delimiters, a tenth of what a run costs that only names a wrong input. */
export function setOutputs(outputs: Values): void {
  append('GITHUB_OUTPUT', outputs)
}

/** What was handed to this phase; empty where nothing was. */
export function stateOf(name: string): string {
  return process.env[`STATE_${name}`] ?? ''
}

/** Hands values to the `post` phase. */
export function saveState(state: Values): void {
  append('GITHUB_STATE', state)
}

/** Like the runner itself, goes without where there is no file: a run outside of GitHub. */
function append(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', values: Values): void {
  const file = process.env[variable]
  const entries = Object.entries(values).map(([name, value]) => entry(name, value))
  if (file) appendFileSync(file, entries.join(''))
}

/** A value of several lines stands between two lines that it does not hold itself. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
export function entry(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`
  let end = 'END'
  while (value.includes(end)) end += 'D'
  return `${name}<<${end}\n${value}\n${end}\n`
}
