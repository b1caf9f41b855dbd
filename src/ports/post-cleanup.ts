import type { Service } from '../domain/service.ts'
import type { RemoteCommand } from './hosts/remote.ts'

/** The last command of a run, saved for another process. Without an id, it is unknown whether SSM received it. */
export interface SentCommand {
  /** The end of the command's comment. */
  readonly id: string
  readonly hostIds: readonly string[]
  /** Milliseconds since the epoch. */
  readonly sentAt: number
  readonly commandId?: string
}

/** Everything that a run can leave behind, by kind. The `post` phase cleans up each kind (src/clean-up.ts). */
export interface Leftovers {
  /** A command on hosts. */
  readonly command: OfRegion & SentCommand
  /** An order to send to hosts, such as to end a canary. */
  readonly order: OfRegion & Pick<RemoteCommand, 'hostIds' | 'order'>
  /** A build: Docker's configuration with the registry's login, and the names of the images that it creates in the engine. */
  readonly build: { readonly folder: string; readonly images: readonly string[] }
  /** A deployment on GitHub that is still in progress. */
  readonly deployment: { readonly id: number; readonly repository: string; readonly apiUrl: string; readonly runUrl: string }
  readonly lease: OfRegion & { readonly service: Service; readonly owner: string }
}

interface OfRegion {
  readonly region: string
}

/** What the `post` phase cleans up if this run is killed. */
export interface PostCleanup {
  /** Call it before you create the leftover. It replaces an earlier one of its kind. */
  note<K extends keyof Leftovers>(kind: K, leftover: Leftovers[K]): void
  /** Call it when the leftover is gone. */
  forget(kind: keyof Leftovers): void
}
