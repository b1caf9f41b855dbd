import type { Scheduler } from 'fast-check'
import type { Parameters } from '../parameter-store.ts'
import type { ModelHost } from './model-host.ts'

/** What can happen to a request: it arrives; AWS throttles it; it arrives and the answer is lost, so that the client repeats it. */
export type Fate = 'answered' | 'throttled' | 'unanswered'

/** What all runs share. The time is the latest that any of them has slept to. */
export interface Universe {
  readonly scheduler: Scheduler
  readonly parameters: Parameters
  readonly hosts: ModelHost[]
  /** Violated rules, in words. */
  readonly breaches: string[]
  /** The runs that got the lease, by their addresses, in order. */
  readonly claims: string[]
  /** Commits of one branch, oldest first. */
  readonly commits: readonly string[]
  /** Milliseconds, by no run's clock. */
  time(): number
  pass(ms: number): void
  passTo(time: number): void
  fate(): Fate
  /** AWS's clock: each write is later than all earlier ones. */
  awsTime(): number
}

export function aUniverse(scheduler: Scheduler, fates: readonly Fate[], commits: readonly string[]): Universe {
  let now = 0
  let asked = 0
  let last = 0
  return {
    scheduler,
    commits,
    parameters: new Map(),
    hosts: [],
    breaches: [],
    claims: [],
    time: () => now,
    pass: (ms) => void (now += ms),
    passTo: (time) => void (now = Math.max(now, time)),
    awsTime: () => (last = Math.max(last + 1, now)),
    fate: () => fates[(asked += 1) % fates.length] ?? 'answered',
  }
}

/** A process and the state of its machine. */
export interface Process {
  readonly name: string
  /** Whether it will never do anything again. */
  killed: boolean
  /** Whether it has deleted its lease, as its last act. */
  left: boolean
  /** Settles while it is not frozen. */
  thawed: Promise<void>
  /** What happens to it at its next request. */
  ambush: { readonly asks: string; strike(): void } | undefined
}

/** Lets any other process act before this one continues, which can be never. */
export async function turn(universe: Universe, process: Process, what: string): Promise<void> {
  await underWay(universe, process, what)
  if (process.killed) await new Promise<never>(() => undefined)
}

/** Like `turn`; but a request that a process has sent arrives even after its death, at the latest when its machine continues. */
export async function underWay({ scheduler }: Universe, process: Process, what: string): Promise<void> {
  const { ambush } = process
  if (ambush !== undefined && what.startsWith(ambush.asks)) {
    process.ambush = undefined
    ambush.strike()
  }
  await scheduler.schedule(Promise.resolve(), `${process.name}: ${what}`)
  await process.thawed
}
