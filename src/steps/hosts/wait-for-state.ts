import type { Context } from '../../context.ts'
import { hintOfEnd, isEarlierStop } from '../../domain/cause/host-end.ts'
import type { HostState } from '../../domain/host/host.ts'
import { DeployError } from '../../errors.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'

export interface AwaitedState {
  readonly reached: (state: HostState) => boolean
  /** For the log: `to run`. */
  readonly what: string
  /** Advice if it takes too long; default: the input with the time limit. */
  readonly hint?: string
}

/** Waits for up to `host-timeout`. A terminated host reaches no other state. */
export function waitForState(ctx: Context, id: string, awaited: AwaitedState): Promise<void> {
  const { clock, config, progress } = ctx
  const { what } = awaited
  return pollUntil<void, HostState>({
    clock,
    look: () => lookAtState(ctx, id, awaited),
    limit: config.hostTimeout * 1000,
    every: 2000,
    onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
    onLimit: (state) => late(ctx, id, state, awaited),
  })
}

async function lookAtState(ctx: Context, id: string, { reached, what }: AwaitedState): Promise<Look<void, HostState>> {
  const { hosts } = ctx
  const state = await hosts.state(id)
  if (reached(state)) return { ended: undefined }
  const isEnding = state === 'terminated' || state === 'shutting-down'
  if (isEnding && !reached('terminated')) throw await terminated(ctx, id, what)
  return { waiting: state }
}

const CONSOLE = 'Raise host-timeout, or look at the instance in the EC2 console.'
const AGAIN = 'Look at its state transition reason in the EC2 console. Run this again to launch a new one.'

async function late(ctx: Context, id: string, state: HostState, { what, hint = CONSOLE }: AwaitedState): Promise<never> {
  const words = await whyEnded(ctx, id)
  const message = `${id} is still ${state} after ${ctx.config.hostTimeout} s; waited for it ${what}`
  throw new DeployError('host-timeout', message + because(isEarlierStop(words) ? '' : words), { hint: hintOfEnd(words) ?? hint })
}

async function terminated(ctx: Context, id: string, what: string): Promise<DeployError> {
  const words = await whyEnded(ctx, id)
  const message = `${id} was terminated while this run waited for it ${what}`
  return new DeployError('host-terminated', message + because(words), { hint: hintOfEnd(words) ?? AGAIN })
}

/** Only a message needs it, so a failure to read it does not matter. */
function whyEnded({ hosts }: Context, id: string): Promise<string> {
  return hosts.whyEnded(id).catch(() => '')
}

const because = (words: string): string => (words === '' ? '' : `: ${words}`)
