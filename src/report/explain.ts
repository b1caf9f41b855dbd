import type { Failure, Report } from './parts/report.ts'
import { clause } from './parts/clause.ts'
import { displayName } from '../domain/service.ts'
import type { Service } from '../domain/service.ts'
import { isRefusal } from '../domain/cause/run-cause.ts'
import { Cancelled, DeployError } from '../errors.ts'

/** Turns an error into a report. A defect keeps its stack. */
export function reportOfError(error: unknown): Report {
  if (error instanceof Cancelled) {
    return failed('cancelled', {
      cause: 'cancelled',
      sentence: error.message,
      hint: 'A release that already has the traffic keeps it; only a canary loses its share. A launched host stays. See command: status, and run this again when you are ready: it continues from what is there.',
    })
  }
  if (error instanceof DeployError) {
    const { code: cause, message: sentence, hint } = error
    return failed(isRefusal(cause) ? 'refused' : 'failed', { cause, sentence, hint })
  }
  const { name, message, stack = '' } = error instanceof Error ? error : new Error(String(error))
  const hint = 'Run this again. If it fails again, report it with the stack below.'
  return failed('failed', { cause: 'unexpected', sentence: `${name}: ${message}`, hint, stack })
}

/** A headline is one line; the cause shows the rest. */
const HEADLINE = 100

const VERDICTS = { refused: 'the run was refused', cancelled: 'the run was cancelled', failed: 'the run failed' } as const

function failed(outcome: keyof typeof VERDICTS, failure: Omit<Failure, 'evidence'>): Report {
  const { cause, sentence } = failure
  const [first = ''] = sentence.split(/:?\n/)
  const headline = fitting(first) ?? VERDICTS[outcome]
  return { outcome, headline, outputs: { cause }, facts: [], failure: { ...failure, evidence: undefined } }
}

/** The sentence, or its part before the first colon, which is the action's own words: what follows can be anybody's. */
function fitting(sentence: string): string | undefined {
  return [sentence, ...sentence.split(': ', 1)].find(({ length }) => length <= HEADLINE)
}

/** Names the service: a job may deploy several. */
export function ofService(report: Report, service: Service): Report {
  return { ...report, headline: `${displayName(service)}: ${clause(report.headline)}` }
}

/** An error in one line for the log. */
export function explain(error: unknown): string {
  const { failure, headline } = reportOfError(error)
  const words = failure?.sentence ?? headline
  return failure?.hint === undefined ? words : `${words} ${failure.hint}`
}
