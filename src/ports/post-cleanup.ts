import type { Service } from '../domain/service.ts'
import type { RemoteCommand } from './hosts/remote.ts'

/** The command that a run sent last, as it is saved for another process. Without an id, nobody knows whether it reached SSM. */
export interface SentCommand {
  /** With which the comment of the command ends. */
  readonly id: string
  readonly hostIds: readonly string[]
  /** Milliseconds since the epoch. */
  readonly sentAt: number
  readonly commandId?: string
}

/** All that a run may leave behind, by kind. The `post` phase has an end for each (src/clean-up.ts). */
export interface Leftovers {
  /** What runs on hosts. */
  readonly command: OfRegion & SentCommand
  /** What hosts are to be told, such as to end a canary. */
  readonly order: OfRegion & Pick<RemoteCommand, 'hostIds' | 'order'>
  /** A build: Docker's configuration, with the registry's login in it, and the names of the images that it makes in the engine. */
  readonly build: { readonly folder: string; readonly images: readonly string[] }
  /** A deployment on GitHub that is still in progress. */
  readonly deployment: { readonly id: number; readonly repository: string; readonly apiUrl: string; readonly runUrl: string }
  readonly lease: OfRegion & { readonly service: Service; readonly owner: string }
}

interface OfRegion {
  readonly region: string
}

/** What the `post` phase is to end if this run dies before its own end. */
export interface PostCleanup {
  /** To be called before the leftover is made. It takes the place of an earlier one of its kind. */
  note<K extends keyof Leftovers>(kind: K, leftover: Leftovers[K]): void
  /** It is gone. */
  forget(kind: keyof Leftovers): void
}
