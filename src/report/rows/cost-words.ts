import { dollars } from '../../domain/cost/dollars.ts'
import type { CheaperChoice } from '../../domain/cost/cheaper.ts'
import type { CostLine, MonthlyCost } from '../../domain/cost/month.ts'
import { rowIf } from '../parts/rows.ts'
import type { Row } from '../parts/rows.ts'

/** Rows of label and words: the month by resource, and the cheaper choice if there is one. */
export function costRows(cost: MonthlyCost): readonly Row[] {
  return [['Cost', costWords(cost)], ...rowIf('Cheaper choice', cost.cheaper && cheaperWords(cost.cheaper))]
}

function costWords({ lines, total, unknown, elsewhere, prices }: MonthlyCost): string {
  const shared = elsewhere.length === 0 ? '' : `${lines.length === 0 ? '' : '; '}the host of ${elsewhere.join(' and ')} counts there`
  if (lines.length === 0) return `nothing${shared === '' ? '' : `: ${shared}`}`
  const sum =
    unknown.length === 0 ? `about ${dollars(total)} a month` : `at least ${dollars(total)} a month, because ${unknown.join(', and ')}`
  return `${sum}: ${lines.map(lineWords).join(', ')}${shared}; list prices in ${prices.region} of ${prices.date}, without traffic`
}

function lineWords({ what, count, month }: CostLine): string {
  const named = count === 1 ? what : `${count} × ${what}`
  return `${named} ${typeof month === 'number' ? dollars(month) : '(price unknown)'}`
}

function cheaperWords({ instanceType, insteadOf, saves }: CheaperChoice): string {
  return `instance-type: ${instanceType} has the memory and CPUs of ${insteadOf}, and saves about ${dollars(saves)} a month for each host`
}

/** The cost of a month as JSON; a price that is not known is null. */
export function costJson({ lines, total, unknown, elsewhere, cheaper, prices }: MonthlyCost) {
  return {
    monthlyUsd: unknown.length === 0 ? cents(total) : null,
    resources: lines.map(({ what, count, month }) => ({ what, count, monthlyUsd: typeof month === 'number' ? cents(month) : null })),
    unknown,
    countedBy: elsewhere,
    cheaper: cheaper === undefined ? null : { ...cheaper, saves: cents(cheaper.saves) },
    prices,
  }
}

function cents(amount: number): number {
  return Math.round(amount * 100) / 100
}
