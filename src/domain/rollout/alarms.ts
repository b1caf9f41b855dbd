import type { Refusal } from '../refusal.ts'

export interface AlarmState {
  /** `OK`, `ALARM` or `INSUFFICIENT_DATA`. */
  readonly state: string
  /** CloudWatch's explanation. */
  readonly reason: string
}

type States = ReadonlyMap<string, AlarmState>

/** Alarms that were active before a release cannot judge it. */
export function refuseAlarms(names: readonly string[], states: States): Refusal | undefined {
  const missing = names.filter((name) => !states.has(name))
  if (missing.length > 0) {
    return {
      reason: `alarms names ${missing.join(', ')}, which CloudWatch does not have in this region and account`,
      hint: 'Check the input alarms, account-id and aws-region.',
    }
  }
  const active = activeWords(names, states)
  if (active === undefined) return undefined
  return {
    reason: `an alarm is already active: ${active}`,
    hint: 'Wait until it is OK again, or take it out of the input alarms. `rollback` still works.',
  }
}

/** The active alarms, and why; `undefined`: none. Insufficient data does not count. */
export function activeWords(names: readonly string[], states: States): string | undefined {
  const active = names.flatMap((name) => {
    const seen = states.get(name)
    return seen?.state === 'ALARM' ? [`${name}${seen.reason === '' ? '' : ` (${seen.reason})`}`] : []
  })
  return active.length === 0 ? undefined : active.join('; ')
}
