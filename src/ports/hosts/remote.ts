import type { Agent } from '../../domain/host/agent-diagnosis.ts'
import type { HostOrder } from '../../domain/order/order.ts'

export interface RemoteCommand {
  /** 1 to 50. */
  readonly hostIds: readonly string[]
  /** What the host program does there. See `domain/order/order.ts`. */
  readonly order: HostOrder
  /** Shown in the SSM console together with the order's id: at most 100 characters in total. */
  readonly comment: string
  /** Time limit of the order on each host, in seconds. */
  readonly timeout: number
  /** How many hosts at a time: a number or a percentage, as SSM's MaxConcurrency. Default: SSM's. See `domain/rollout/waves.ts`. */
  readonly concurrency?: string
  /** Continue with the other hosts after a failure. Default: start no further host after the first failure. */
  readonly continueOnError?: boolean
  /** One of many commands; the log leaves it out. */
  readonly quiet?: boolean
}

/** How a command ended on a host. `failed` is the host program's own verdict; the result on its first line has the details. */
export interface RemoteAnswer {
  readonly hostId: string
  /** `not-started`: another host failed first. `agent-failed`: the program may have run all the same, or still run. */
  readonly status: 'succeeded' | 'failed' | 'agent-failed' | 'timed-out' | 'cancelled' | 'undelivered' | 'not-started'
  /** First 24,000 characters. */
  readonly stdout: string
  readonly stderr: string
  readonly commandId: string
  /** Run time in seconds, if SSM reports it. */
  readonly seconds: number | undefined
}

/** SSM Run Command. */
export interface Remote {
  /** One for each host, in the order of `hostIds`. */
  agents(hostIds: readonly string[]): Promise<readonly Agent[]>
  /**
   * Sends one command to all the hosts, saves it for a later cancellation, and follows it to its end; cancels it when `signal`
   * aborts. Returns one answer a host, in the order of `hostIds`.
   */
  run(command: RemoteCommand, signal: AbortSignal): Promise<readonly RemoteAnswer[]>
  /** The name of the host program that carries out orders. Each version has its own name. */
  program(): Promise<string>
  /**
   * Brings that program to hosts before their first order, which would bring it otherwise. Can be cancelled like `run`. Returns one
   * answer a host, in the order of `hostIds`; `succeeded`: it has the program.
   */
  bring(hostIds: readonly string[], signal: AbortSignal): Promise<readonly RemoteAnswer[]>
}
