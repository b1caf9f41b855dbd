import * as v from 'valibot'
import type { BranchRule, EnvironmentRules } from '../../domain/checkup/environment-rules.ts'
import { amount, line, listOf } from '../../domain/untrusted.ts'
import type { Environments } from '../../ports/github/environments.ts'
import { askGithub, askPages, PAGE, refusalOf, unlessMissing } from './api.ts'
import type { GithubSpec } from './api.ts'

const SECONDS = 20

const reviewer = v.object({ reviewer: v.object({ login: v.optional(line), name: v.nullish(line), slug: v.optional(line) }) })
const rule = v.object({
  type: line,
  wait_timer: v.optional(amount, 0),
  prevent_self_review: v.optional(v.boolean(), false),
  reviewers: v.optional(v.array(reviewer), []),
})

/** The fields that the action uses of https://docs.github.com/en/rest/deployments/environments#get-an-environment */
const ENVIRONMENT = v.object({
  protection_rules: v.optional(v.array(rule), []),
  deployment_branch_policy: v.nullish(v.object({ protected_branches: v.boolean(), custom_branch_policies: v.boolean() })),
})

/** https://docs.github.com/en/rest/deployments/branch-policies#list-deployment-branch-policies */
const POLICIES = v.object({ branch_policies: listOf(v.object({ name: line, type: v.optional(line, 'branch') }), PAGE) })

const ROUTE = 'GET /repos/{owner}/{repo}/environments/{environment_name}'

export function githubEnvironments(spec: GithubSpec): Environments {
  return {
    rules: (name) => rulesOf(spec, name).catch(explained),
  }
}

async function rulesOf(spec: GithubSpec, name: string): Promise<EnvironmentRules | undefined> {
  const question = { route: ROUTE, parameters: { environment_name: name }, answer: ENVIRONMENT, seconds: SECONDS }
  const found = await unlessMissing(askGithub(spec, question))
  if (found === undefined) return undefined
  const rules = found.protection_rules
  return {
    reviewers: rules.flatMap(({ reviewers }) => reviewers.flatMap(({ reviewer: by }) => by.login ?? by.name ?? by.slug ?? [])),
    selfReview: !rules.some(({ prevent_self_review: prevents }) => prevents),
    waitMinutes: Math.max(0, ...rules.map(({ wait_timer: minutes }) => minutes)),
    branches: await branchesOf(spec, name, found.deployment_branch_policy),
  }
}

async function branchesOf(
  spec: GithubSpec,
  name: string,
  policy: v.InferOutput<typeof ENVIRONMENT>['deployment_branch_policy'],
): Promise<BranchRule> {
  if (!policy) return { kind: 'all' }
  if (policy.protected_branches) return { kind: 'protected', none: await protectsNone(spec) }
  const question = { route: `${ROUTE}/deployment-branch-policies`, parameters: { environment_name: name, per_page: PAGE } }
  const pages = await Array.fromAsync(askPages(spec, { ...question, answer: POLICIES, seconds: SECONDS }))
  const policies = pages.flatMap(({ branch_policies: some }) => some)
  return { kind: 'named', patterns: policies.map(({ name: pattern, type }) => (type === 'tag' ? `tag ${pattern}` : pattern)) }
}

/** https://docs.github.com/en/rest/branches/branches#list-branches */
async function protectsNone(spec: GithubSpec): Promise<boolean> {
  const question = { route: 'GET /repos/{owner}/{repo}/branches', parameters: { protected: true, per_page: 1 } }
  const found = await askGithub(spec, { ...question, answer: listOf(v.object({ name: line }), PAGE), seconds: SECONDS })
  return found.length === 0
}

function explained(error: unknown): never {
  const hint = 'Give the job `permissions: actions: read`.'
  throw refusalOf(error, { message: 'the token cannot read environments', hint, statuses: [401, 403, 404] }) ?? error
}
