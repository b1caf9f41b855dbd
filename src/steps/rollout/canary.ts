import type { Context } from '../../context.ts'
import type { Verdict } from '../../domain/canary/judge.ts'
import { beginWatch, endStep, rebase } from '../../domain/canary/watch.ts'
import type { Watch } from '../../domain/canary/watch.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { askCanary, isLost, orderOf, readingsOf } from './ask-canary.ts'
import type { Canary } from './ask-canary.ts'
import { openHelm } from './steering.ts'
import type { Helm } from './steering.ts'
import { watchStep } from './watch-step.ts'
import type { StepEnd } from './watch-step.ts'

export interface CanaryEnd {
  /** As for a deploy: promoted, or failed and reverted. One result a host, in the order of the canary's. */
  readonly results: readonly HostResult[]
  /** `undefined`: there was no canary. */
  readonly watch: Watch | undefined
}

/**
 * Sends the order that starts a canary, and leads it step by step to all of the traffic, or aborts it. `begin` returns the order's results; a host
 * without a baseline has no canary, and is done.
 */
export async function runCanary(ctx: Context, canary: Canary, begin: () => Promise<readonly HostResult[]>): Promise<CanaryEnd> {
  const { postCleanup, config } = ctx
  postCleanup.note('order', {
    region: config.region,
    hostIds: canary.hostIds,
    order: orderOf(ctx, canary, UNATTENDED),
  })
  // Other runs may steer as soon as a visitor can see the canary.
  const helm = await openHelm(ctx, canary.release)
  try {
    const first = await begin()
    const { results, watch } = await runUntilEnd(ctx, canary, { first, helm })
    postCleanup.forget('order')
    return { results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun), watch }
  } catch (error) {
    await abortAnyway(ctx, canary)
    throw error
  } finally {
    await helm.close()
  }
}

const UNATTENDED = { action: 'abort', cause: 'canary-ended', detail: 'the run ended before it did' } as const

/** Never leaves the canary alone, whatever happens to the run or a request. If the command cannot be sent, the hosts end the canary themselves. */
async function abortAnyway(ctx: Context, canary: Canary): Promise<void> {
  const { signal } = new AbortController()
  await askCanary({ ...ctx, signal }, canary, UNATTENDED).catch(() => undefined)
}

interface Begun {
  /** One result a host. */
  readonly first: readonly HostResult[]
  readonly helm: Helm
}

async function runUntilEnd(ctx: Context, canary: Canary, { first, helm }: Begun): Promise<CanaryEnd> {
  const begun = first.filter(({ outcome }) => outcome === 'canary')
  if (begun.length === 0) return { results: first, watch: undefined }
  const others = first.filter(({ outcome }) => outcome !== 'canary')
  const led = { ...canary, hostIds: begun.map(({ hostId }) => hostId) }
  if (others.some(isLost)) return abortRest(ctx, led, { results: first, watch: beginWatch(readingsOf(begun)) })
  return runSteps(ctx, led, { first: begun, helm })
}

async function runSteps(ctx: Context, canary: Canary, { first, helm }: Begun): Promise<CanaryEnd> {
  const { clock, progress } = ctx
  let began = clock.elapsed()
  let watch = beginWatch(readingsOf(first))
  for (const [at, step] of canary.spec.steps.entries()) {
    if (at > 0) {
      const shifted = await askCanary(ctx, canary, { action: 'shift', step: at, share: step.share })
      if (shifted.some(isLost)) return abortRest(ctx, canary, { results: shifted, watch })
      watch = rebase(watch, readingsOf(shifted))
    }
    const [start, since] = [clock.now(), clock.elapsed()]
    const held = await watchStep(ctx, canary, { step, watch, pace: { began, since }, helm })
    ;({ began } = held.pace)
    watch = held.watch
    if ('lost' in held) return abortRest(ctx, canary, { results: held.lost, watch })
    const { end } = held
    const passes = isPassed(end, canary)
    watch = endStep(watch, step, wordsOf(end))
    progress.info(`canary ${step.share}%: ${wordsOf(end)}`)
    progress.took([{ name: `canary ${step.share}%`, start, ms: clock.elapsed() - since, ok: passes }])
    if (!passes) return { results: await abort(ctx, canary, end), watch }
  }
  await helm.close()
  progress.info('canary 100%: cutting over')
  canary.promoting?.(canary.hostIds)
  return { results: await askCanary(ctx, canary, { action: 'promote' }), watch: { ...watch, promoted: true } }
}

function isPassed({ kind }: StepEnd, { spec }: Canary): boolean {
  return kind === 'good' || kind === 'skipped' || kind === 'tolerated' || (kind === 'inconclusive' && spec.inconclusive === 'promote')
}

function wordsOf(end: StepEnd): string {
  const kind = end.kind === 'tolerated' ? 'would be rolled back without canary-dry-run' : end.kind
  return 'words' in end ? `${kind}: ${end.words}` : kind
}

function abort(ctx: Context, canary: Canary, end: StepEnd): Promise<readonly HostResult[]> {
  return askCanary(ctx, canary, { action: 'abort', cause: causeOf(end), detail: 'words' in end ? end.words : '' })
}

function causeOf(end: StepEnd): Extract<Verdict, { kind: 'bad' }>['cause'] | 'canary-aborted' | 'canary-inconclusive' {
  if (end.kind === 'bad') return end.cause
  return end.kind === 'aborted' ? 'canary-aborted' : 'canary-inconclusive'
}

interface Lost {
  readonly results: readonly HostResult[]
  readonly watch: Watch
}

/** A host has lost its canary, or does not answer; then all hosts that can still have theirs abort it. */
async function abortRest(ctx: Context, canary: Canary, { results, watch }: Lost): Promise<CanaryEnd> {
  const step = canary.spec.steps[watch.step]
  const ended = step ? endStep(watch, step, 'a host lost the canary') : watch
  const rest = results.filter((result) => result.outcome === 'canary' || isInterrupted(result)).map(({ hostId }) => hostId)
  if (rest.length === 0) return { results, watch: ended }
  const detail = results.filter(isLost).map(reasonOf).join('; ')
  const aborted = await askCanary(ctx, { ...canary, hostIds: rest }, { action: 'abort', cause: 'canary-ended', detail })
  return { results: results.map((result) => afterAbort(result, aborted)), watch: ended }
}

/** Its program was killed or did not end in time, so the host may still have its canary. One that is offline ends it by itself. */
function isInterrupted(result: HostResult): boolean {
  return isLost(result) && !result.looked && result.cause !== 'agent-offline'
}

/** What a host says after it was told to abort its canary; an interrupted one keeps its own reason. */
function afterAbort(result: HostResult, aborted: readonly HostResult[]): HostResult {
  const after = aborted.find(({ hostId }) => hostId === result.hostId)
  if (!isLost(result)) return after ?? result
  return after?.looked ? { ...after, cause: result.cause, detail: result.detail, evidence: result.evidence } : result
}

function reasonOf({ hostId, cause = 'program-failed', detail }: HostResult): string {
  return `${hostId}: ${cause === 'canary-ended' ? detail : `${cause} ${detail}`.trim()}`
}
