import type { Fault } from '../../../../local/cloud.ts'
import type { Fixture } from './fixture.ts'

type Request = Pick<Fault, 'service' | 'operation' | 'match'>

/**
 * When a fault strikes: as the runner says something, as AWS or the registry has a request in its hands, or as the program on the host comes to a
 * step. In the middle of that step, as the program waits for the answer to a request, or as Docker has created its container.
 */
export type Moment =
  | { readonly says: RegExp }
  | { readonly asks: Request }
  | { readonly step: string; readonly faults?: readonly Fault[]; readonly asks?: Request }
  | { readonly step: string; readonly creates: true }

export type Disk = 'xfs' | 'ext4'

/** What strikes. The program on the host stands still meanwhile; where it is not killed, it then goes on. */
export type Strike =
  | 'the runner is lost'
  | 'the action is killed, and `post` runs'
  | 'the run is cancelled'
  | 'the program is killed'
  | 'the host reboots'
  | 'the host loses its power'
  | { readonly does: (fixture: Fixture) => Promise<unknown> }

/** One fault, in one deploy of a service that serves under load. */
export interface Row {
  readonly phase: string
  readonly fault: string
  /** The file system of the host's disk, where that matters. */
  readonly disk?: Disk
  /** What is spoiled before the deploy begins. */
  readonly before?: (fixture: Fixture) => Promise<unknown>
  /** Faults that AWS or the registry has during the deploy. */
  readonly faults?: readonly Fault[]
  readonly at?: Moment
  /** Of several, one comes after the other. */
  readonly strike?: Strike | readonly Strike[]
  /**
   * A changed variable (the default) needs no build and no pull, a new commit both; `none` deploys once more what serves, `back` rolls a deploy back
   * that went well, and `first` deploys another service, which has no host yet.
   */
  readonly change?: 'variable' | 'commit' | 'none' | 'back' | 'first'
  readonly inputs?: Readonly<Record<string, string>>
  /** Undoes what the row did to the host, where a deploy cannot. */
  readonly after?: (fixture: Fixture) => Promise<unknown>
  /** Outcome and cause of the struck run; nothing when the runner was lost. */
  readonly ends: string
  /** Which release serves when all is over, before the next deploy. */
  readonly serves: 'old' | 'new' | 'nothing'
  /** What is deployed next: the same, or another release; or another one as soon as the fault strikes. */
  readonly next?: 'same' | 'other' | 'at once'
  /** Why requests may be lost. */
  readonly lost?: string
}

export interface Result {
  readonly row: Row
  readonly lost: number
  readonly sent: number
  /** Outcome of the next deploy. */
  readonly next: string
}
