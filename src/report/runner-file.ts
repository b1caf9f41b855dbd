import { appendFileSync } from 'node:fs'

/** Not those of `@actions/core`: they load node:crypto for their delimiters, which is a fifth of what a run costs that only names a wrong input. */
export function setOutput(name: string, value: string): void {
  append('GITHUB_OUTPUT', name, value)
}

/** Hands a value to the `post` phase. */
export function saveState(name: string, value: string): void {
  append('GITHUB_STATE', name, value)
}

/** Like the runner itself, goes without where there is no file: a run outside of GitHub. */
function append(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', name: string, value: string): void {
  const file = process.env[variable]
  if (file) appendFileSync(file, entry(name, value))
}

/** A value of several lines stands between two lines that it does not hold itself. https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings */
export function entry(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `${name}=${value}\n`
  let end = 'END'
  while (value.includes(end)) end += 'D'
  return `${name}<<${end}\n${value}\n${end}\n`
}
