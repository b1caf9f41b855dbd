// The page of causes: those of a host with the texts that a run shows, and the runner's own.
import { relative } from 'node:path'
import { EXPLANATIONS } from '../../src/domain/cause/cause.ts'
import { isRefusal } from '../../src/domain/cause/run-cause.ts'
import type { RunCause } from '../../src/domain/cause/run-cause.ts'
import { linkFiles, quoteIdentifiers } from '../../src/report/parts/identifiers.ts'
import { OF_THE_RUNNER } from './explanations.ts'
import type { Explanation } from './explanations.ts'

/** docs/causes.md */
export function causesPage(): string {
  const runner = Object.entries(OF_THE_RUNNER)
  const refusals = runner.filter(([name]) => isRefusal(name as RunCause))
  const failures = runner.filter(([name]) => !refusals.some(([refusal]) => refusal === name))
  return `<!-- Written by \`npm run docs\` from scripts/causes/explanations.ts and src/domain/cause/cause.ts. -->

# Troubleshooting by cause

A failed run names one cause: in the annotation, in the job summary, in the history of \`command: status\`, and in the output \`cause\`. The run itself
says more than this page: the facts (which port, which status, which secret), the evidence (log lines, the answer to the health check), and often a more
specific next step. *Above* and *below* refer to the summary of the run.

## The run was refused

The outcome is \`refused\`. Nothing was changed.

${table(refusals)}
## On the runner

The outcome is \`failed\` or \`cancelled\`. Nearly all of these happen before any work on a host.

${table(failures)}
## On a host

The outcome is \`failed\`, or \`rolled-back\` if the new release already had the traffic and the previous one was restored. The runner can find some of these,
too.

${table(Object.entries(EXPLANATIONS))}`
}

function table(rows: readonly (readonly [string, Explanation])[]): string {
  const lines = rows.map(
    ([name, { summary, hint }]) =>
      `| <a id="${name}"></a>\`${name}\` | ${capital(quoteIdentifiers(summary))} | ${linked(quoteIdentifiers(hint))} |\n`,
  )
  return `| Cause | What it means | What to do |\n|---|---|---|\n${lines.join('')}`
}

/** Paths of this repository as links of docs/causes.md. */
function linked(text: string): string {
  return linkFiles(text, (path) => relative('docs', path))
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
