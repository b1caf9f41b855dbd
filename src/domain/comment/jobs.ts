import * as v from 'valibot'
import { mapOf, readJson } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

const JOB = v.object({
  result: v.picklist(['success', 'failure', 'cancelled', 'skipped']),
  outputs: v.optional(v.record(v.string(), v.string()), {}),
})

/** The context `needs`: https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#needs-context */
export type Jobs = Readonly<Record<string, Frozen<typeof JOB>>>

/** The jobs in the JSON of that context; `undefined` for any other text. */
export function readJobs(text: string): Jobs | undefined {
  return readJson(mapOf(JOB), text)
}

/** The end of what a comment asked for. */
export interface Ended {
  /** The one that was accepted. */
  readonly environment: string
  /** `skipped`: no job did it. */
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped'
  /** The summary of the action's run, as Markdown; empty: it did not get that far. */
  readonly summary: string
}

/** `undefined`: no job accepted the comment, so there is nothing to answer. */
export function endedOf(jobs: Jobs): Ended | undefined {
  const all = Object.values(jobs)
  const reader = all.find(({ outputs }) => (outputs['comment-command'] ?? '') !== '')
  if (reader === undefined) return undefined
  const done = all.filter((job) => job !== reader && job.result !== 'skipped')
  const result = (['failure', 'cancelled', 'success'] as const).find((one) => done.some((job) => job.result === one)) ?? 'skipped'
  const summary = done.find(({ outputs }) => outputs['summary'])?.outputs['summary'] ?? ''
  return { environment: reader.outputs['comment-environment'] ?? '', result, summary }
}
