import { isDark, isEnough, judge } from './judge.ts'
import type { CanarySpec, CanaryStep } from './judge.ts'
import { EMPTY_WINDOW } from './window.ts'
import type { Counts, Window } from './window.ts'
import { looksUntil } from './watch.ts'

/** What a step of a canary can see. */
export interface StepForesight extends CanaryStep {
  /** Requests that the canary will answer. */
  readonly requests: number
  /** The smallest share of 5xx, 0 to 1, with which the canary would be bad beside a baseline without any; `undefined`: too few requests to judge. */
  readonly notices: number | undefined
}

/** What each step will see if as many requests come as now. `rate`: requests a second. */
export function foresee(spec: CanarySpec, rate: number): readonly StepForesight[] {
  let looks = 0
  return spec.steps.map((step) => {
    const all = Math.round(rate * step.time)
    const requests = Math.round((all * step.share) / 100)
    looks += looksUntil(requests)
    return { ...step, requests, notices: smallestShare(spec, step, { requests, others: all - requests, looks }) }
  })
}

interface Expected {
  readonly requests: number
  /** Of the baseline. */
  readonly others: number
  readonly looks: number
}

function smallestShare(spec: CanarySpec, step: CanaryStep, { requests, others, looks }: Expected): number | undefined {
  const window = (errors: number): Window => ({ ...EMPTY_WINDOW, baseline: answered(others, 0), canary: answered(requests, errors) })
  if (isDark(step) || !isEnough(window(0), spec)) return undefined
  const look = (errors: number) => ({ window: window(errors), health: 'healthy', number: looks, ended: true, dark: false }) as const
  return leastOf(0, requests, (errors) => judge(look(errors), spec).kind === 'bad') / requests
}

/** The least whole number of a range for which something is true that stays true above it. */
function leastOf(from: number, to: number, holds: (number: number) => boolean): number {
  if (from >= to) return to
  const middle = Math.floor((from + to) / 2)
  return holds(middle) ? leastOf(from, middle, holds) : leastOf(middle + 1, to, holds)
}

function answered(total: number, errors: number): Counts {
  return { total, errors, micros: 0, timed: 0, buckets: [] }
}
