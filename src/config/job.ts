/** The workflow run that this is, out of GitHub's default environment variables. */
export interface Job {
  /** `owner/name` */
  readonly repository: string
  /** Full commit id. */
  readonly commit: string
  readonly actor: string
  readonly runId: string
  readonly runAttempt: string
  readonly serverUrl: string
  readonly apiUrl: string
  /** Absolute path of the checked-out repository. */
  readonly workspace: string
}

export function readJob(env: NodeJS.ProcessEnv): Job {
  return {
    repository: env['GITHUB_REPOSITORY'] ?? '',
    commit: env['GITHUB_SHA'] ?? '',
    actor: env['GITHUB_ACTOR'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '0',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
  }
}

export function runUrl(job: Job): string {
  return `${job.serverUrl}/${job.repository}/actions/runs/${job.runId}`
}
