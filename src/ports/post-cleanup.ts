import type { RemoteCommand } from './hosts/remote.ts'

export type CleanupOrder = Pick<RemoteCommand, 'hostIds' | 'order' | 'comment'>

/** What the `post` phase is to send to the hosts if this run dies before its end. */
export interface PostCleanup {
  leave(will: CleanupOrder): void
  revoke(): void
}
