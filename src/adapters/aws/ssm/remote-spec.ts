import type { SSMClient } from '@aws-sdk/client-ssm'
import type { Clock } from '../../../ports/clock.ts'
import type { HostProgram } from '../../../domain/order/host-command.ts'

export interface SsmRemoteSpec {
  readonly client: SSMClient
  readonly clock: Clock
  /** What carries out orders on a host. */
  readonly program: HostProgram
  /** Called as soon as a command is sent, so that another process can cancel it. */
  readonly saveCommand: (commandId: string, hostIds: readonly string[]) => void
  /** Called between two looks at a command that has not ended. */
  readonly onWait: (status: string, sinceMs: number) => void
}
