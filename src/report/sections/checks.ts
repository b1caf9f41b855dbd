import type { Check } from '../../domain/checkup/check.ts'
import { plain, prose, table } from '../parts/markdown.ts'

const SIGNS = { ok: '✅', warning: '⚠️', failed: '❌', unknown: '❔' } as const

/** The table of `doctor`. */
export function renderChecks(checks: readonly Check[]): string {
  const rows = checks.map((check) => [SIGNS[check.state], plain(check.area), prose(check.detail), 'fix' in check ? prose(check.fix) : ''])
  return table(['', 'What', 'Found', 'Fix'], rows)
}
