import type { Context } from '../../context.ts'
import { dryVerdict } from '../../domain/canary/dry-run.ts'
import { isDark, isEnough } from '../../domain/canary/judge.ts'
import type { CanaryStep, Verdict } from '../../domain/canary/judge.ts'
import { hasEffect, overdue, paceWords, resumed, steeredPace, stepTime } from '../../domain/canary/pace.ts'
import type { Pace } from '../../domain/canary/pace.ts'
import { takenWords, wisherWords } from '../../domain/canary/steering.ts'
import { describeStep, lookAt, observe, steered } from '../../domain/canary/watch.ts'
import type { Watch } from '../../domain/canary/watch.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { askCanary, isLost, readingsOf } from './ask-canary.ts'
import type { Canary } from './ask-canary.ts'
import type { Helm } from './steering.ts'

/** Milliseconds between two observations of a canary. */
const OBSERVE_MS = 3000
/** The durations of its first requests show how a process starts, not how it serves. */
const WARM_UP_MS = 5000

export interface Hold extends Seen {
  readonly step: CanaryStep
  readonly helm: Helm
}

/** Ended by its numbers, or by whoever steers it. */
export type StepEnd = ReturnType<typeof dryVerdict>['verdict'] | { readonly kind: 'skipped' | 'aborted'; readonly words: string }

interface Seen {
  readonly watch: Watch
  readonly pace: Pace
}

type Held = Seen & ({ readonly end: StepEnd } | { readonly lost: readonly HostResult[] })

/** Observes the canary at one share until the step ends. */
export async function watchStep(ctx: Context, canary: Canary, hold: Hold): Promise<Held> {
  const { clock } = ctx
  const { step } = hold
  let { watch, pace } = hold
  let found: string | undefined
  for (;;) {
    await clock.sleep(untilNextLook(step, pace, clock.elapsed()))
    const results = await askCanary(ctx, canary, { action: 'observe' })
    const now = clock.elapsed()
    if (results.some(isLost)) return { watch, pace, lost: results }
    watch = observe(watch, readingsOf(results), now - pace.began > WARM_UP_MS)
    const judged = judgeStep(ctx, canary, { step, watch, pace, now, found })
    ;({ watch, found } = judged)
    if (judged.verdict.kind === 'bad') return { watch, pace, end: judged.verdict }
    const next = await takeSteering(ctx, canary, { ...hold, watch, pace })
    ;({ watch, pace } = next)
    const end = next.end ?? (pace.paused === undefined ? judged.verdict : undefined)
    if (end !== undefined && end.kind !== 'continue') return { watch, pace, end }
  }
}

interface Look extends Seen {
  readonly step: CanaryStep
  readonly now: number
  /** See `dryVerdict`. */
  readonly found: string | undefined
}

type Judged = Pick<Look, 'watch' | 'found'> & Pick<ReturnType<typeof dryVerdict>, 'verdict'>

function judgeStep(ctx: Context, canary: Canary, look: Look): Judged {
  const { progress } = ctx
  const { step, pace, now, found: earlier } = look
  const { spec } = canary
  const ended = isOver(ctx, canary, look)
  const { watch, verdict: measured } = lookAt(look.watch, spec, ended)
  const verdict = measured.kind === 'bad' ? measured : (alarmVerdict(canary) ?? measured)
  progress.info(`${describeStep(step, watch)}, ${paceWords(pace, step, now)}`)
  if (!spec.dryRun) return { watch, found: undefined, verdict }
  const dry = dryVerdict({ verdict, ended, earlier }, spec)
  if (dry.found !== earlier) progress.warn(`canary ${step.share}%: without canary-dry-run, it would be rolled back now: ${dry.found}`)
  return { watch, ...dry }
}

function untilNextLook({ time }: CanaryStep, pace: Pace, now: number): number {
  const left = time * 1000 - stepTime(pace, now)
  return left > 0 && pace.paused === undefined ? Math.min(OBSERVE_MS, left) : OBSERVE_MS
}

function alarmVerdict({ alarms }: Canary): Verdict | undefined {
  const words = alarms.active()
  return words === undefined ? undefined : { kind: 'bad', cause: 'alarm', words }
}

/** Whether the step's time has passed, with enough requests for a verdict, or no time left to wait for them. */
function isOver({ config }: Context, { spec }: Canary, { step, watch, pace, now }: Look): boolean {
  const patient = spec.inconclusive === 'hold' && now - pace.began < config.timeout * 1000
  const passed = pace.paused === undefined && stepTime(pace, now) >= step.time * 1000
  return passed && (!patient || isDark(step) || isEnough(watch.window, spec))
}

/** Applies other runs' steering, and ends a pause that lasts too long. */
async function takeSteering(ctx: Context, { spec }: Canary, { step, watch, pace, helm }: Hold): Promise<Seen & { readonly end?: StepEnd }> {
  const { clock, progress } = ctx
  const taken = await helm.next(step.share, (steer) => hasEffect(steer, pace))
  if (taken !== undefined) {
    progress.info(`canary ${takenWords(taken)}`)
    const seen = { watch: steered(watch, takenWords(taken)), pace: steeredPace(pace, taken.steer, clock.elapsed()) }
    if (taken.steer === 'skip') return { ...seen, end: { kind: 'skipped', words: wisherWords(taken) } }
    return taken.steer === 'abort' ? { ...seen, end: { kind: 'aborted', words: wisherWords(taken) } } : seen
  }
  const late = overdue(pace, spec.pause, clock.elapsed())
  if (late === undefined) return { watch, pace }
  if (spec.pause.end === 'abort') return { watch, pace, end: { kind: 'aborted', words: late } }
  progress.info(`canary ${step.share}%: continues, because ${late}`)
  return { watch: steered(watch, `${step.share}%: continued, because ${late}`), pace: resumed(pace, clock.elapsed()) }
}
