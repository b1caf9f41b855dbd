/** A moment as people read it, of ISO 8601: `2026-11-23 12:00 UTC`. What is no moment stays as it is. */
export function minuteOf(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/, '$1 $2 UTC')
}
