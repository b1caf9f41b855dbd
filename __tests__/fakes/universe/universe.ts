import type { Scheduler } from 'fast-check'
import type { Parameters } from '../parameter-store.ts'
import type { ModelHost } from './model-host.ts'

/** What may become of a request: it arrives; AWS throttles it; it arrives and the answer is lost, so that the client repeats it. */
export type Fate = 'answered' | 'throttled' | 'unanswered'

/** All that the runs share. Time is what the latest of them has slept to. */
export interface Universe {
  readonly scheduler: Scheduler
  readonly parameters: Parameters
  readonly hosts: ModelHost[]
  /** Breaches of what must hold, in words. */
  readonly breaches: string[]
  /** The runs that got the lease, by their web addresses, in that order. */
  readonly claims: string[]
  /** Commits of one branch, oldest first. */
  readonly commits: readonly string[]
  /** Milliseconds by no run's clock. */
  time(): number
  pass(ms: number): void
  passTo(time: number): void
  fate(): Fate
  /** AWS's clock, by which a write is later than all before it. */
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

/** A process as its machine treats it. */
export interface Process {
  readonly name: string
  /** Whether it will ever do anything again. */
  killed: boolean
  /** Whether it has deleted its lease, as its last act. */
  left: boolean
  /** Settles when it is not frozen. */
  thawed: Promise<void>
  /** What befalls it as soon as it asks for something. */
  ambush: { readonly asks: string; strike(): void } | undefined
}

/** Lets any other process act before this one goes on, which may never be. */
export async function turn(universe: Universe, process: Process, what: string): Promise<void> {
  await underWay(universe, process, what)
  if (process.killed) await new Promise<never>(() => undefined)
}

/** As `turn`; but what a process has sent arrives also after its death, if only when its machine goes on. */
export async function underWay({ scheduler }: Universe, process: Process, what: string): Promise<void> {
  const { ambush } = process
  if (ambush !== undefined && what.startsWith(ambush.asks)) {
    process.ambush = undefined
    ambush.strike()
  }
  await scheduler.schedule(Promise.resolve(), `${process.name}: ${what}`)
  await process.thawed
}
