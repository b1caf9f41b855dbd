import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Clock } from '../../../ports/clock.ts'
import type { HostProgram } from '../../../domain/order/host-command.ts'

/** The command that a run sent last, as it is saved for another process. Without an id, nobody knows whether it reached SSM. */
export interface SentCommand {
  /** With which the comment of the command ends. */
  readonly id: string
  readonly hostIds: readonly string[]
  /** Milliseconds since the epoch. */
  readonly sentAt: number
  readonly commandId?: string
}

export interface SsmRemoteSpec {
  readonly client: SSMClient
  readonly clock: Clock
  /** What carries out orders on a host. */
  readonly program: HostProgram
  /** Called before a command is sent, and again with its id, so that another process can cancel it. */
  readonly saveCommand: (sent: SentCommand) => void
  /** Called between two looks at a command that has not ended. */
  readonly onWait: (status: string, sinceMs: number) => void
}
