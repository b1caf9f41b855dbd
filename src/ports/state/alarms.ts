import type { AlarmState } from '../../domain/rollout/alarms.ts'

/** CloudWatch alarms of this region and account. */
export interface Alarms {
  /** By name; without those that do not exist. */
  states(names: readonly string[]): Promise<ReadonlyMap<string, AlarmState>>
}
