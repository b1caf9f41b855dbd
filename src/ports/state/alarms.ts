import type { AlarmState } from '../../domain/rollout/alarms.ts'

/** Alarms of CloudWatch, of this region and account. */
export interface Alarms {
  /** By name; one that does not exist is missing. */
  states(names: readonly string[]): Promise<ReadonlyMap<string, AlarmState>>
}
