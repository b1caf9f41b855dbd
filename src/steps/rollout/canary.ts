import type { Context } from '../../context.ts'
import { isEnough } from '../../domain/canary/judge.ts'
import type { CanarySpec, CanaryStep, Verdict } from '../../domain/canary/judge.ts'
import { canaryOrder } from '../../domain/order/canary-order.ts'
import type { CanaryAction, CanaryOrder } from '../../domain/order/canary-order.ts'
import { beginWatch, describeStep, endStep, lookAt, observe, rebase } from '../../domain/canary/watch.ts'
import type { Readings, Watch } from '../../domain/canary/watch.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { seconds } from '../../domain/duration.ts'
import { orderSpec } from '../orders/order-spec.ts'
import { runOnHosts } from './run-on-hosts.ts'
import type { Dispatch } from './run-on-hosts.ts'

/** Milliseconds between two observations of a canary. */
const OBSERVE_MS = 3000
/** The durations of its first requests show how a process starts, not how it serves. */
const WARM_UP_MS = 5000
/** Time limit in seconds of a command that only observes or shifts traffic. */
const BRIEF = 60

export interface Canary {
  /** Id of the order that started it. */
  readonly id: string
  readonly release: string
  readonly hostIds: readonly string[]
  readonly spec: CanarySpec
  /** The recorded live release beside it. */
  readonly live: Dispatch['live']
}

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
  try {
    const first = await begin()
    const { results, watch } = await runUntilEnd(ctx, canary, first)
    postCleanup.forget('order')
    return { results: first.map((begun) => results.find(({ hostId }) => hostId === begun.hostId) ?? begun), watch }
  } catch (error) {
    await abortAnyway(ctx, canary)
    throw error
  }
}

const UNATTENDED = { action: 'abort', cause: 'canary-ended', detail: 'the run ended before it did' } as const

/** Never leaves the canary alone, whatever happens to the run or a request. If the command cannot be sent, the hosts end the canary themselves. */
async function abortAnyway(ctx: Context, canary: Canary): Promise<void> {
  const { signal } = new AbortController()
  await ask({ ...ctx, signal }, canary, UNATTENDED).catch(() => undefined)
}

async function runUntilEnd(ctx: Context, canary: Canary, first: readonly HostResult[]): Promise<CanaryEnd> {
  const begun = first.filter(({ outcome }) => outcome === 'canary')
  if (begun.length === 0) return { results: first, watch: undefined }
  const others = first.filter(({ outcome }) => outcome !== 'canary')
  const led = { ...canary, hostIds: begun.map(({ hostId }) => hostId) }
  if (others.some(isLost)) return abortRest(ctx, led, { results: first, watch: beginWatch(readingsOf(begun)) })
  return runSteps(ctx, led, begun)
}

async function runSteps(ctx: Context, canary: Canary, first: readonly HostResult[]): Promise<CanaryEnd> {
  const { clock, progress } = ctx
  const began = clock.now()
  let watch = beginWatch(readingsOf(first))
  for (const [at, step] of canary.spec.steps.entries()) {
    if (at > 0) {
      const shifted = await ask(ctx, canary, { action: 'shift', step: at, share: step.share })
      if (shifted.some(isLost)) return abortRest(ctx, canary, { results: shifted, watch })
      watch = rebase(watch, readingsOf(shifted))
    }
    const since = clock.now()
    const held = await watchStep(ctx, canary, { step, watch, began })
    watch = held.watch
    if ('lost' in held) return abortRest(ctx, canary, { results: held.lost, watch })
    const { verdict } = held
    const passes = verdict.kind === 'good' || (verdict.kind === 'inconclusive' && canary.spec.inconclusive === 'promote')
    watch = endStep(watch, step, wordsOf(verdict))
    progress.info(`canary ${step.share}%: ${wordsOf(verdict)}`)
    progress.took([{ name: `canary ${step.share}%`, start: since, ms: clock.now() - since, ok: passes }])
    if (!passes) return { results: await abort(ctx, canary, verdict), watch }
  }
  progress.info('canary 100%: cutting over')
  return { results: await ask(ctx, canary, { action: 'promote' }), watch: { ...watch, promoted: true } }
}

interface Hold {
  readonly step: CanaryStep
  readonly watch: Watch
  /** When the canary started, in milliseconds. */
  readonly began: number
}

type Held = { readonly watch: Watch } & ({ readonly verdict: Verdict } | { readonly lost: readonly HostResult[] })

/** Observes the canary at one share until there is a verdict. */
async function watchStep(ctx: Context, canary: Canary, { step, began, ...hold }: Hold): Promise<Held> {
  const { clock, config, progress } = ctx
  const { spec } = canary
  const since = clock.now()
  let { watch } = hold
  for (;;) {
    const left = since + step.time * 1000 - clock.now()
    await clock.sleep(left > 0 ? Math.min(OBSERVE_MS, left) : OBSERVE_MS)
    const results = await ask(ctx, canary, { action: 'observe' })
    const now = clock.now()
    if (results.some(isLost)) return { watch, lost: results }
    watch = observe(watch, readingsOf(results), now - began > WARM_UP_MS)
    const patient = spec.inconclusive === 'hold' && now - began < config.timeout * 1000
    const ended = now - since >= step.time * 1000 && (!patient || isEnough(watch.window, spec))
    const look = lookAt(watch, spec, ended)
    watch = look.watch
    progress.info(`${describeStep(step, watch)}, ${seconds(now - since)} of ${seconds(step.time * 1000)}`)
    if (look.verdict.kind !== 'continue') return { watch, verdict: look.verdict }
  }
}

function wordsOf(verdict: Verdict): string {
  return 'words' in verdict ? `${verdict.kind}: ${verdict.words}` : verdict.kind
}

function abort(ctx: Context, canary: Canary, verdict: Verdict): Promise<readonly HostResult[]> {
  const cause = verdict.kind === 'bad' ? verdict.cause : 'canary-inconclusive'
  return ask(ctx, canary, { action: 'abort', cause, detail: 'words' in verdict ? verdict.words : '' })
}

interface Lost {
  readonly results: readonly HostResult[]
  readonly watch: Watch
}

/** A host has lost its canary, or does not answer; then all hosts abort theirs. */
async function abortRest(ctx: Context, canary: Canary, { results, watch }: Lost): Promise<CanaryEnd> {
  const step = canary.spec.steps[watch.step]
  const ended = step ? endStep(watch, step, 'a host lost the canary') : watch
  const rest = results.filter((result) => result.outcome === 'canary').map(({ hostId }) => hostId)
  if (rest.length === 0) return { results, watch: ended }
  const lost = results.filter(isLost)
  const detail = lost.map(reasonOf).join('; ')
  const aborted = await ask(ctx, { ...canary, hostIds: rest }, { action: 'abort', cause: 'canary-ended', detail })
  return { results: [...lost, ...aborted], watch: ended }
}

function reasonOf({ hostId, cause = 'program-failed', detail }: HostResult): string {
  return `${hostId}: ${cause === 'canary-ended' ? detail : `${cause} ${detail}`.trim()}`
}

function isLost({ outcome }: HostResult): boolean {
  return outcome === 'failed'
}

function readingsOf(results: readonly HostResult[]): Readings {
  return Object.fromEntries(results.flatMap(({ hostId, canary }) => (canary === undefined ? [] : [[hostId, canary]])))
}

function orderOf(ctx: Context, { id }: Canary, action: CanaryAction): CanaryOrder {
  return canaryOrder({ ...orderSpec(ctx), canary: id, action, keep: ctx.config.keepReleases })
}

function ask(ctx: Context, canary: Canary, action: CanaryAction): Promise<readonly HostResult[]> {
  const brief = action.action === 'observe' || action.action === 'shift'
  const { hostIds, live } = canary
  const dispatch = { hostIds, live, order: orderOf(ctx, canary, action), continueOnError: true }
  return runOnHosts(ctx, { ...dispatch, ...(brief ? { timeout: BRIEF, quiet: true } : {}) }, `${action.action} ${canary.release}`)
}
