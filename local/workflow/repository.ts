/** The repository on GitHub that a workflow runs in, with the settings that matter to a run. */
import type { Event } from './event.ts'
import type { Permissions, Texts } from './file/types.ts'
import type { Groups } from './groups.ts'

export interface Repository {
  /** `owner/name` */
  readonly name: string
  /** Folder of the git repository that jobs check out from. */
  readonly folder: string
  readonly apiUrl?: string
  readonly vars?: Texts
  readonly secrets?: Texts
  readonly environments?: Readonly<Record<string, Environment>>
  /** Shared by the runs of a repository. */
  readonly groups: Groups
  /** Variables for requesting the identity token of a job with `id-token: write`. */
  identity?(claims: { readonly sub: string; readonly environment?: string }): Texts
  /** A job with an environment starts, so GitHub creates a deployment; what comes back is called with the job's conclusion. */
  deploys?(job: { readonly environment: string; readonly sha: string; readonly runId: number }): (conclusion: string) => void
  /** A token with these permissions, for one job. */
  token?(permissions: Permissions): string
}

export interface Environment {
  readonly vars?: Texts
  readonly secrets?: Texts
  /** The required reviewer; without one, jobs of the environment start at once. */
  review?(request: ReviewRequest): Promise<'approved' | 'rejected'> | 'approved' | 'rejected'
}

/** What a reviewer sees. */
interface ReviewRequest {
  readonly environment: string
  readonly job: string
  /** Summaries of the earlier jobs, by id. */
  readonly summaries: Texts
}

const SCOPES = [
  'attestations',
  'actions',
  'checks',
  'contents',
  'deployments',
  'id-token',
  'issues',
  'packages',
  'pages',
  'pull-requests',
  'statuses',
]
const USUAL = { contents: 'read', packages: 'read' }

/** The permissions of the job's token. A fork's code can only read, and gets no identity token. */
export function permissionsOf(declared: Permissions | undefined, event: Event): Permissions {
  const asked = Object.entries(declared ?? USUAL)
  const wrong = asked.find(([scope, access]) => !SCOPES.includes(scope) || !['read', 'write', 'none'].includes(access))
  if (wrong) throw new Error(`permissions: not known here: ${wrong.join(': ')}`)
  if (!event.fork) return Object.fromEntries(asked)
  return Object.fromEntries(asked.filter(([scope]) => scope !== 'id-token').map(([scope]) => [scope, 'read']))
}

/** https://docs.github.com/actions/reference/security/oidc */
export function subjectOf(repository: string, event: Event, environment: string | undefined): string {
  const rest =
    environment === undefined ? (event.name === 'pull_request' ? 'pull_request' : `ref:${event.ref}`) : `environment:${environment}`
  return `repo:${repository}:${rest}`
}
