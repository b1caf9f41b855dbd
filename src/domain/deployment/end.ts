import { ENDED_DEPLOYMENT } from './payload.ts'
import type { Deploying, EndedDeployment } from './payload.ts'
import type { Outcome } from '../outcome.ts'
import { readValue } from '../untrusted.ts'
import type { State } from './listed.ts'

/** A step of the run. Milliseconds. */
interface TimedStep {
  readonly name: string
  /** Milliseconds since the epoch. */
  readonly start: number
  readonly ms: number
  readonly ok: boolean
}

export interface RunEnd {
  readonly command: Deploying
  readonly outcome: Outcome
  /** Empty when nothing went wrong. */
  readonly cause: string
  readonly steps: readonly TimedStep[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The result of a run. Its times are those of its hosts' steps, in `runOnHosts`'s order. */
export function endOf(run: RunEnd): EndedDeployment {
  const { outcome, cause } = run
  const recoveredBy = recoveryOf(run)
  const times = cause === '' ? timesOfSuccess(run) : timesOfFailure(run, recoveredBy)
  const known = Object.entries(times).flatMap(([key, time]) => (time === undefined ? [] : [[key, isoBy(run.now, time)]]))
  const end = { outcome, ...(cause !== '' && { cause }), ...Object.fromEntries(known), ...(recoveredBy && { recoveredBy }) }
  const read = readValue(ENDED_DEPLOYMENT, end)
  if (read === undefined) throw new Error(`A deployment does not end ${outcome}.`)
  return read
}

/** Nothing is after the end of the run, whatever durations its hosts reported. */
function isoBy(now: number, time: number): string {
  return new Date(Math.min(time, now)).toISOString()
}

type Times = { readonly [K in 'servedAt' | 'verifiedAt' | 'failedAt']?: number | undefined }

function timesOfSuccess({ outcome, steps, now }: RunEnd): Times {
  if (outcome === 'unchanged') return {}
  return { servedAt: lastEnd(steps, ['cut-over']) ?? now, verifiedAt: lastEnd(steps, ['verify', 'bake']) ?? now }
}

/** A reverted release has served, and the release that serves now is verified. After a release that never served there is nothing to recover from. */
function timesOfFailure({ outcome, steps, now }: RunEnd, recoveredBy: EndedDeployment['recoveredBy']): Times {
  if (outcome === 'cancelled') return {}
  const failedAt = steps.find(({ name }) => name === 'evidence')?.start ?? endOfStep(steps.find(isBadCanary)) ?? now
  if (recoveredBy === undefined) return { failedAt }
  const served = recoveredBy === 'bake' ? endOfStep(steps.find(({ name }) => name === 'cut-over')) : undefined
  return { servedAt: served, failedAt, verifiedAt: now }
}

function isBadCanary({ name, ok }: TimedStep): boolean {
  return name.startsWith('canary ') && !ok
}

function lastEnd(steps: readonly TimedStep[], names: readonly string[]): number | undefined {
  const ends = steps.filter(({ name }) => names.includes(name)).map(({ start, ms }) => start + ms)
  return ends.length === 0 ? undefined : Math.max(...ends)
}

function endOfStep(step: TimedStep | undefined): number | undefined {
  return step && step.start + step.ms
}

function recoveryOf({ command, outcome, cause }: RunEnd): EndedDeployment['recoveredBy'] {
  if (outcome !== 'rolled-back') return undefined
  if (command === 'rollback') return 'hand'
  return cause.startsWith('canary-') ? 'canary' : 'bake'
}

/** The state for GitHub. A run that changed nothing, or was cancelled, has not failed. */
export function stateOf({ outcome, cause }: EndedDeployment): State {
  if (outcome === 'cancelled' || outcome === 'refused' || outcome === 'unchanged') return 'inactive'
  return cause === undefined ? 'success' : 'failure'
}
