import type { RemoteCommand } from './remote.ts'

export type Will = Pick<RemoteCommand, 'hostIds' | 'order' | 'comment'>

/** What the `post` phase is to send to the hosts if this run dies before its end. */
export interface LastWill {
  leave(will: Will): void
  revoke(): void
}
