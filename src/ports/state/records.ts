import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'

/** The records of a region. */
export interface RecordList {
  readonly records: readonly ReleaseRecord[]
  /** Services whose record exists, but cannot be read. They can have hosts, images and guests that nobody else knows. */
  readonly unreadable: readonly Service[]
}

/** Release records in Parameter Store. */
export interface Records {
  /** `undefined`: there is none. Throws `record-unreadable` if there is one that cannot be read, which never counts as none. */
  read(service: Service): Promise<ReleaseRecord | undefined>
  /**
   * Writes over the version that was read; 0 for none. Returns whether the record counts: another one may have been written over the same version
   * first.
   */
  write(record: ReleaseRecord, over: number): Promise<boolean>
  /** The newest versions of the record that counted, newest first; at most `count`. */
  history(service: Service, count: number): Promise<readonly ReleaseRecord[]>
  /** The records of all services in this region. */
  list(): Promise<RecordList>
  /** Removes the record and the certificates that the service's hosts stored. Returns the names of the removed parameters. */
  remove(service: Service): Promise<readonly string[]>
}
