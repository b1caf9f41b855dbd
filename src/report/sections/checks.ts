import type { Check } from '../../domain/checkup/check.ts'
import { fold, paragraphs, plain, prose, table } from '../parts/markdown.ts'

const SIGNS = { ok: '✅', warning: '⚠️', failed: '❌', unknown: '❔' } as const
/** What to look at first. */
const ORDER = ['failed', 'warning', 'unknown'] as const

/** What needs a look, with its fix, the worst first; behind it, folded, what passed. */
export function renderChecks(checks: readonly Check[]): string {
  const open = ORDER.flatMap((of) => checks.filter(({ state }) => state === of))
  const passed = checks.filter(({ state }) => state === 'ok')
  const good = table(['', 'What', 'Found'], passed.map(cells))
  if (open.length === 0) return good
  const rows = open.map((check) => [...cells(check), 'fix' in check ? prose(check.fix) : 'none'])
  const words = `${passed.length} ${passed.length === 1 ? 'check' : 'checks'} passed`
  return paragraphs([table(['', 'What', 'Found', 'Fix'], rows), passed.length === 0 ? '' : fold(words, good)])
}

function cells({ state, area, detail }: Check): string[] {
  return [SIGNS[state], plain(area), prose(detail)]
}
