import type { Context } from '../../context.ts'
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
  const { what, hint = 'Raise host-timeout, or look at the instance in the EC2 console.' } = awaited
  return pollUntil<void, HostState>({
    clock,
    look: () => lookAtState(ctx, id, awaited),
    limit: config.hostTimeout * 1000,
    every: 2000,
    onWait: (state, since) => progress.waiting(`${id} ${what} (${state})`, since),
    onLimit: (state) => {
      throw new DeployError('host-timeout', `${id} is still ${state} after ${config.hostTimeout} s; waited for it ${what}`, { hint })
    },
  })
}

async function lookAtState({ hosts }: Context, id: string, { reached, what }: AwaitedState): Promise<Look<void, HostState>> {
  const state = await hosts.state(id)
  if (reached(state)) return { ended: undefined }
  const isEnding = state === 'terminated' || state === 'shutting-down'
  if (isEnding && !reached('terminated')) throw terminated(id, what)
  return { waiting: state }
}

function terminated(id: string, what: string): DeployError {
  return new DeployError('host-terminated', `${id} was terminated while this run waited for it ${what}`, {
    hint: 'Look at its state transition reason in the EC2 console. Run this again to launch a new one.',
  })
}
