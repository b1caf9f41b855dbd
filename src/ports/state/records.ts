import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Service } from '../../domain/service.ts'

/** Release records in Parameter Store. */
export interface Records {
  read(service: Service): Promise<ReleaseRecord | undefined>
  /** Over the version that was read, 0 where there was none. Whether it counts now: another one may have been written over the same version before. */
  write(record: ReleaseRecord, over: number): Promise<boolean>
  /** The newest versions of the record that counted, newest first; at most `count`. */
  history(service: Service, count: number): Promise<readonly ReleaseRecord[]>
  /** Those of all services of this region. */
  list(): Promise<readonly ReleaseRecord[]>
  /** Removes the record, and the certificates that hosts of the service have kept. Gives the names of the removed parameters. */
  remove(service: Service): Promise<readonly string[]>
}
