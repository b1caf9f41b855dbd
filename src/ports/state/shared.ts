import type { Version, Written } from '../../domain/lease/standing.ts'
import type { Service } from '../../domain/service.ts'

/** A value of a service that several runs write, each over the version that it has read. */
export interface Shared<T extends Written> {
  /** The value that counts; `undefined` if there never was one. It can be older than the latest write. */
  read(service: Service): Promise<Version<T> | undefined>
  /** Returns the version by which the value counts; `undefined` if another one was written over the same version before, or if that is unknown. */
  write(service: Service, value: T, over: number): Promise<number | undefined>
  /** Deletes it; its versions start again. Only for a run that may write it. */
  remove(service: Service): Promise<void>
}
