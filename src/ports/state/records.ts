import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'

/** Release records in Parameter Store. */
export interface Records {
  read(service: Service): Promise<ReleaseRecord | undefined>
  /**
   * Writes over the version that was read; 0 for none. Returns whether the record counts: another one may have been written over the same version
   * first.
   */
  write(record: ReleaseRecord, over: number): Promise<boolean>
  /** The newest versions of the record that counted, newest first; at most `count`. */
  history(service: Service, count: number): Promise<readonly ReleaseRecord[]>
  /** The records of all services in this region. */
  list(): Promise<readonly ReleaseRecord[]>
  /** Removes the record and the certificates that the service's hosts stored. Returns the names of the removed parameters. */
  remove(service: Service): Promise<readonly string[]>
}
