/** https://docs.github.com/rest/deployments/environments#get-an-environment */
import { NOT_FOUND } from './api/answer.ts'
import type { Asked, Operations } from './api/answer.ts'
import { userOf } from './user.ts'

/** An environment in the settings of the repository. */
export interface StoredEnvironment {
  /** Logins of its required reviewers. */
  readonly reviewers: readonly string[]
  /** `protected`, or patterns of names; `undefined`: every branch. */
  readonly branches: 'protected' | readonly string[] | undefined
}

export function environmentOperations(
  environments: ReadonlyMap<string, StoredEnvironment>,
  protectedBranches: readonly string[],
): Operations {
  const found = ({ params }: Asked): StoredEnvironment | undefined => environments.get(nameOf(params))
  return {
    'repos/get-environment': (request) => {
      const environment = found(request)
      return environment ? { status: 200, body: described(nameOf(request.params), environment) } : NOT_FOUND
    },
    'repos/list-deployment-branch-policies': (request) => {
      const environment = found(request)
      return environment ? { status: 200, body: policies(environment) } : NOT_FOUND
    },
    'repos/list-branches': ({ query }) => {
      if (String(query['protected']) !== 'true') throw new Error('only protected branches are known here')
      const url = 'https://github.example/acme/web'
      return { status: 200, body: protectedBranches.map((name) => ({ name, protected: true, commit: { sha: '0'.repeat(40), url } })) }
    },
  }
}

function nameOf(params: Asked['params']): string {
  return decodeURIComponent(String(params['environment_name']))
}

function policies({ branches }: StoredEnvironment): object {
  const patterns = Array.isArray(branches) ? (branches as readonly string[]) : []
  const policies = patterns.map((pattern, at) => ({ id: at + 1, node_id: `P${at + 1}`, name: pattern, type: 'branch' }))
  return { total_count: policies.length, branch_policies: policies }
}

function described(name: string, { reviewers, branches }: StoredEnvironment): object {
  const url = `https://api.github.com/repos/acme/web/environments/${name}`
  return {
    ...{ id: 1, node_id: 'E1', name, url, html_url: url },
    ...{ created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-01T00:00:00Z' },
    protection_rules: [
      ...(branches === undefined ? [] : [{ id: 1, node_id: 'R1', type: 'branch_policy' }]),
      ...(reviewers.length === 0
        ? []
        : [
            {
              ...{ id: 2, node_id: 'R2', type: 'required_reviewers', prevent_self_review: false },
              reviewers: reviewers.map((login) => ({ type: 'User', reviewer: userOf(login, 'User') })),
            },
          ]),
    ],
    deployment_branch_policy:
      branches === undefined ? null : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  }
}
