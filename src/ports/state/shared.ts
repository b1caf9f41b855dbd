import type { Version, Written } from '../../domain/lease/standing.ts'
import type { Service } from '../../domain/service.ts'

/** A value of a service that several runs write, each over a version that it has read. */
export interface Shared<T extends Written> {
  /** What counts; `undefined`: nothing was ever written. It may be older than what was written last. */
  read(service: Service): Promise<Version<T> | undefined>
  /** Gives the version by which the value counts; `undefined`: another one was written over the same version before, or nobody can tell. */
  write(service: Service, value: T, over: number): Promise<number | undefined>
  /** For who may write it: its versions begin anew. */
  remove(service: Service): Promise<void>
}
