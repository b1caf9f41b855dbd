import { shortCommit } from '../../domain/commits.ts'
import type { DeployPlan } from '../../domain/plan/deploy-plan.ts'
import { configurationDetails } from './configuration.ts'
import { headlineOf } from './headline.ts'
import { resourceWords } from './resources.ts'
import { planRows } from './rows.ts'

/** The whole plan for the log. */
export function planLines(plan: DeployPlan): string[] {
  const { commits } = plan.release
  return [
    headlineOf(plan),
    ...planRows(plan).map(([label, words]) => `${label}: ${words}`),
    ...plan.resources.map((step) => `  ${resourceWords(step)}`),
    ...configurationDetails(plan.configuration).map(({ label, names }) => `  ${label}: ${names.join(', ')}`),
    ...commits.map(({ sha, title, author }) => `  ${shortCommit(sha)} ${title} (${author})`),
  ]
}
