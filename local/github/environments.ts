/** https://docs.github.com/rest/deployments/environments#get-an-environment */

/** An environment in the settings of the repository. */
export interface StoredEnvironment {
  /** Logins of its required reviewers. */
  readonly reviewers: readonly string[]
  /** `protected`, or patterns of names; `undefined`: every branch. */
  readonly branches: 'protected' | readonly string[] | undefined
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }

export const environmentAnswer = {
  one(environments: ReadonlyMap<string, StoredEnvironment>, name: string, user: (login: string) => object): Answer {
    const found = environments.get(name)
    return found === undefined ? NOT_FOUND : { status: 200, body: described(name, found, user) }
  },
  policies(environments: ReadonlyMap<string, StoredEnvironment>, name: string): Answer {
    const found = environments.get(name)
    const patterns = Array.isArray(found?.branches) ? (found.branches as readonly string[]) : []
    if (found === undefined) return NOT_FOUND
    const policies = patterns.map((pattern, at) => ({ id: at + 1, node_id: `P${at + 1}`, name: pattern, type: 'branch' }))
    return { status: 200, body: { total_count: policies.length, branch_policies: policies } }
  },
}

function described(name: string, { reviewers, branches }: StoredEnvironment, user: (login: string) => object): object {
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
              reviewers: reviewers.map((login) => ({ type: 'User', reviewer: user(login) })),
            },
          ]),
    ],
    deployment_branch_policy:
      branches === undefined ? null : { protected_branches: branches === 'protected', custom_branch_policies: branches !== 'protected' },
  }
}
