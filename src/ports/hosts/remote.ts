import type { Agent } from '../../domain/host/agent-diagnosis.ts'
import type { HostOrder } from '../../domain/order/order.ts'

export interface RemoteCommand {
  /** 1 to 50. */
  readonly hostIds: readonly string[]
  /** What the host program is to do there. See `domain/order/order.ts`. */
  readonly order: HostOrder
  /** Shown in the SSM console, with the id of the order: together at most 100 characters. */
  readonly comment: string
  /** Seconds that the order may take on each host. */
  readonly timeout: number
  /** How many hosts at a time: a number or a percentage, as SSM's MaxConcurrency. Default: as many as SSM takes. See `domain/rollout/waves.ts`. */
  readonly concurrency?: string
  /** Goes on with the other hosts when one has failed. Default: the first failure is the end, and only what runs already goes on to its own. */
  readonly continueOnError?: boolean
  /** One of many that nobody needs to read of. */
  readonly quiet?: boolean
}

/** How a command ended on a host. `failed` is the host program's own verdict; the result on its first line tells more. */
export interface RemoteAnswer {
  readonly hostId: string
  /** `not-started`: another host failed before it was this one's turn. */
  readonly status: 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'undelivered' | 'not-started'
  /** First 24,000 characters. */
  readonly stdout: string
  readonly stderr: string
  readonly commandId: string
  /** Seconds that it ran, where SSM tells. */
  readonly seconds: number | undefined
}

/** SSM Run Command. */
export interface Remote {
  /** One for each host, in the order of `hostIds`. */
  agents(hostIds: readonly string[]): Promise<readonly Agent[]>
  /**
   * Sends one command to all the hosts, remembers it so that it can be cancelled later, and follows it to its end; cancels it when `signal`
   * aborts. Gives one answer a host, in the order of `hostIds`.
   */
  run(command: RemoteCommand, signal: AbortSignal): Promise<readonly RemoteAnswer[]>
  /** The name of the host program that carries out orders; another version of it has another one. */
  program(): Promise<string>
  /**
   * Brings that program to hosts ahead of their first order: one that gets an order without it is brought it then. Is cancelled as `run` is. Gives one
   * answer a host, in the order of `hostIds`; `succeeded`: it has the program.
   */
  bring(hostIds: readonly string[], signal: AbortSignal): Promise<readonly RemoteAnswer[]>
}
