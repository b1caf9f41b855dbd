import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Clock, Moment } from '../../../ports/clock.ts'
import type { SentCommand } from '../../../ports/post-cleanup.ts'
import type { HostProgram } from '../../../domain/order/host-command.ts'

export interface SsmRemoteSpec {
  readonly client: SSMClient
  readonly clock: Clock
  /** The program that carries out orders on a host. */
  readonly program: HostProgram
  /** Called before a command is sent, and again with its id, so that another process can cancel it. */
  readonly saveCommand: (sent: SentCommand) => void
  /** Called with the hosts whose agent failed, before the command is sent again. */
  readonly onAgentFailed: (hostIds: readonly string[]) => void
  /** Called between two polls of a running command. */
  readonly onWait: (status: string, since: Moment) => void
}
