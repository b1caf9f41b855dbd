/** An ISO 8601 time in a readable form: `2026-11-23 12:00 UTC`. Any other text stays as it is. */
export function minuteOf(iso: string): string {
  return iso.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::[\d.]+)?Z$/, '$1 $2 UTC')
}
