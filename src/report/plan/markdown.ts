import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { code, list, plain, prose, table } from '../parts/markdown.ts'
import { configurationDetails } from './configuration.ts'
import { resourceWords } from './resources.ts'
import { planRows } from './rows.ts'
import { renderCommits } from '../sections/commits.ts'

/** Limits of lists and texts, so that a plan stays readable. */
const LISTED = 30
const LETTERS = 100

/** The plan for an approver: the result at a glance, then the details. */
export function renderPlan(plan: DeployPlan): string {
  const rows = planRows(plan).map(([label, words]) => [label, prose(short(words, 4 * LETTERS))])
  const touched = plan.resources.some(({ action }) => action !== 'keep') ? plan.resources : []
  const resources = touched.map((step) => plain(resourceWords(step)))
  const names = configurationDetails(plan.configuration).map(
    ({ label, names: all }) => `${label}: ${capped(all.map((name) => code(short(name)))).join(', ')}`,
  )
  return [
    table(['What', 'Plan'], rows),
    section('Resources', resources),
    section('Configuration', names),
    renderCommits(plan.release.commits, plan.release.compareUrl),
    plan.hash === '' ? '' : `The <code>plan-hash</code> of this plan: ${code(plan.hash)}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${list(lines)}`
}

function capped(lines: readonly string[]): string[] {
  return lines.length <= LISTED ? [...lines] : [...lines.slice(0, LISTED), `and ${lines.length - LISTED} more`]
}

function short(text: string, letters = LETTERS): string {
  return text.length <= letters ? text : `${text.slice(0, letters)}…`
}
