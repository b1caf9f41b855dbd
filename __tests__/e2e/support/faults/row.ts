import type { Fault } from '../../../../local/aws/faults.ts'
import type { Fixture } from './fixture.ts'

type Request = Pick<Fault, 'service' | 'operation' | 'match'>

/**
 * When a fault strikes: when the runner logs something, when AWS or the registry handles a request, or when the program on the host reaches a
 * step. In the middle of that step, while the program waits for the answer to a request, or when Docker has created or started its container; or when
 * it asks Docker to stop one, in a verb without steps.
 */
export type Moment =
  | { readonly says: RegExp }
  | { readonly asks: Request }
  | { readonly step: string; readonly faults?: readonly Fault[]; readonly asks?: Request }
  | { readonly step: string; readonly event: 'create' | 'start' }
  | { readonly stops: 'a container' }

const GUESTS = ['guest', 'preview', 'worker', 'remove'] as const

/**
 * What the run does. A changed variable (the default) needs no build and no pull, a new commit both; `none` deploys the live release again,
 * `back` rolls back a successful deploy, and `restart` makes the live release anew. `first` deploys another service, which has no host yet. The
 * others concern one that is a guest on the host: `guest` deploys it, `preview` deploys a preview with a seed, `worker`
 * the second release of a worker that runs alone, `remove` destroys it.
 */
export type Change = 'variable' | 'commit' | 'none' | 'back' | 'restart' | 'first' | Guest
export type Guest = (typeof GUESTS)[number]

export type Disk = 'xfs' | 'ext4'

/** The fault. The program on the host waits meanwhile; if it is not killed, it then continues. */
export type Strike =
  | 'the runner is lost'
  | 'the action is killed, and `post` runs'
  | 'the run is cancelled'
  | 'the program is killed'
  | 'the host reboots'
  | 'the host loses its power'
  | { readonly does: (fixture: Fixture) => Promise<unknown> }

/** One fault during one deploy of a service under load. */
export interface Row {
  readonly phase: string
  readonly fault: string
  /** The file system of the host's disk, if that matters. */
  readonly disk?: Disk
  /** What is damaged before the deploy starts. */
  readonly before?: (fixture: Fixture) => Promise<unknown>
  /** Faults of AWS or the registry during the deploy. */
  readonly faults?: readonly Fault[]
  readonly at?: Moment
  /** Several faults strike one after the other. */
  readonly strike?: Strike | readonly Strike[]
  readonly change?: Change
  readonly inputs?: Readonly<Record<string, string>>
  /** Undoes the row's change of the host, if a deploy cannot. */
  readonly after?: (fixture: Fixture) => Promise<unknown>
  /** Outcome and cause of the affected run; nothing if the runner was lost. */
  readonly ends: string
  /** The live release at the end, before the next deploy. */
  readonly serves: 'old' | 'new' | 'nothing'
  /** The next deploy: the same, or another release; or another one as soon as the fault strikes. */
  readonly next?: 'same' | 'other' | 'at once'
  /** Why requests can be lost. */
  readonly lost?: string
}

/** Whether a run concerns another service on the host of the one under load. */
export function isOfGuest(change: Change): change is Guest {
  return GUESTS.some((one) => one === change)
}

export interface Result {
  readonly row: Row
  readonly lost: number
  readonly sent: number
  /** Outcome of the next deploy. */
  readonly next: string
}
