/** What the doctor looks at, in the order of its table. */
const AREAS = [
  'Identity',
  'Permissions',
  'GitHub',
  'Environment',
  'Network',
  'Machine',
  'Quotas',
  'Host role',
  'Registry',
  'Record',
  'Hosts',
  'DNS',
  'Certificates',
] as const

export type Area = (typeof AREAS)[number]

/** One row: what was found, and what to do about it unless all is well. `unknown`: nothing tells whether it is well. */
export type Check = { readonly area: Area; readonly detail: string } & (
  | { readonly state: 'ok' }
  | { readonly state: 'warning' | 'failed' | 'unknown'; readonly fix: string }
)

/** What a deploy needs is there. */
export function ok(area: Area, detail: string): Check {
  return { area, state: 'ok', detail }
}

/** A deploy may work without it. `fix`: what would help. */
export function warning(area: Area, detail: string, fix: string): Check {
  return { area, state: 'warning', detail, fix }
}

/** A deploy would fail. `fix`: what would help. */
export function failed(area: Area, detail: string, fix: string): Check {
  return { area, state: 'failed', detail, fix }
}

/** It could not be looked at. `fix`: what would allow that. */
export function unknown(area: Area, detail: string, fix: string): Check {
  return { area, state: 'unknown', detail, fix }
}

/** In the order of the areas. */
export function sortedChecks(checks: readonly Check[]): readonly Check[] {
  return checks.toSorted((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area))
}
