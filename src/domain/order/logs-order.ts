import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'

export interface LogsSpec extends OrderSpec {
  /** Of each container, at most. */
  readonly lines: number
  /** Seconds that the lines reach back; 0: as far as Docker keeps them. */
  readonly since: number
}

/** Reads the last lines of the containers of a service. Changes nothing. */
export function logsOrder(spec: LogsSpec): HostOrder & Pick<LogsSpec, 'lines' | 'since'> {
  return { ...hostOrder('logs', spec), lines: spec.lines, since: spec.since }
}
