import { failed, ok, warning } from './check.ts'
import type { Check } from './check.ts'

/** The protection rules of an environment on GitHub. */
export interface EnvironmentRules {
  /** Logins of people and names of teams; empty: nobody has to approve. */
  readonly reviewers: readonly string[]
  /** Whoever started a run can approve it. */
  readonly selfReview: boolean
  readonly waitMinutes: number
  readonly branches: BranchRule
}

/**
 * From where a job can deploy. `protected`: from branches with a protection rule, and if the repository has `none`, from all of them.
 * https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments#deployment-branches-and-tags
 */
export type BranchRule =
  | { readonly kind: 'all' }
  | { readonly kind: 'protected'; readonly none: boolean }
  | { readonly kind: 'named'; readonly patterns: readonly string[] }

/** Patterns that let nearly every branch deploy. */
const ANYTHING = /^\*+(\/\*+)*$/

/** Who can deploy to the environment. `rules` is `undefined` if GitHub has no such environment. */
export function checkEnvironment(name: string, rules: EnvironmentRules | undefined): readonly Check[] {
  if (rules === undefined)
    return [
      warning(
        'Environment',
        `the repository has no environment ${name}, so no rule limits who deploys to it`,
        `Create it under Settings > Environments, with the branches that can deploy, and name it in the job: environment: ${name}.`,
      ),
    ]
  return [checkBranches(name, rules.branches), checkReviewers(name, rules)]
}

function checkBranches(name: string, rule: BranchRule): Check {
  const fix = `Choose the branches and tags that can deploy under Settings > Environments > ${name} > Deployment branches and tags.`
  if (rule.kind === 'all') return warning('Environment', `every branch can deploy to ${name}, and take the role that trusts it`, fix)
  if (rule.kind === 'protected') {
    if (!rule.none) return ok('Environment', `protected branches can deploy to ${name}`)
    return warning('Environment', `protected branches can deploy to ${name}, but the repository protects none, so every branch can`, fix)
  }
  if (rule.patterns.length === 0) return failed('Environment', `no branch and no tag can deploy to ${name}`, fix)
  const wide = rule.patterns.find((pattern) => ANYTHING.test(pattern))
  if (wide !== undefined) return warning('Environment', `the rule ${wide} lets nearly every branch deploy to ${name}`, fix)
  return ok('Environment', `${rule.patterns.join(', ')} can deploy to ${name}`)
}

/** Reviewers are a choice, so a missing one is no fault. */
function checkReviewers(name: string, { reviewers, selfReview, waitMinutes }: EnvironmentRules): Check {
  const wait = waitMinutes > 0 ? `, after ${waitMinutes} minutes` : ''
  if (reviewers.length === 0) return ok('Environment', `a deploy to ${name} starts without an approval${wait}`)
  const self = selfReview ? ', also those who started it' : ''
  return ok('Environment', `a deploy to ${name} waits for an approval by ${reviewers.join(' or ')}${self}${wait}`)
}
