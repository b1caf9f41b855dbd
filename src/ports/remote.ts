/** Whether SSM can reach a host, and if not, what is in the way. */
export type Agent =
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly lastSeen: Date | undefined }
  | { readonly kind: 'unknown' }

export interface RemoteCommand {
  readonly hostId: string
  /** Name of a script in `host/`: what to do there. */
  readonly verb: 'deploy' | 'rollback' | 'status' | 'show' | 'remove'
  /** Name/value pairs; a name that repeats is a list. See `domain/payload.ts`. */
  readonly payload: readonly (readonly [string, string])[]
  /** At most 100 characters; shown in the SSM console. */
  readonly comment: string
  /** Seconds that the script may run. */
  readonly timeout: number
}

/** How a command ended. `failed` is the script's own verdict; the result on its first line tells more. */
export interface RemoteAnswer {
  readonly status: 'succeeded' | 'failed' | 'timed-out' | 'cancelled' | 'undelivered'
  /** First 24,000 characters. */
  readonly stdout: string
  readonly stderr: string
  readonly commandId: string
}

/** SSM Run Command. */
export interface Remote {
  agent(hostId: string): Promise<Agent>
  /** Sends the command, remembers its id so that it can be cancelled later, and follows it to its end; cancels it when `signal` aborts. */
  run(command: RemoteCommand, signal: AbortSignal): Promise<RemoteAnswer>
  /** Idempotent: a command that has ended is left alone. */
  cancel(commandId: string, hostId: string): Promise<void>
}
