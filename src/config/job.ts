import type { RunVariables } from '../domain/job.ts'

/** Reads GitHub's default environment variables. */
export function runVariables(env: NodeJS.ProcessEnv): RunVariables {
  return {
    repository: env['GITHUB_REPOSITORY'] ?? '',
    repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
    ownerId: env['GITHUB_REPOSITORY_OWNER_ID'] ?? '',
    commit: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
    event: env['GITHUB_EVENT_NAME'] ?? '',
    actor: env['GITHUB_ACTOR'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '0',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
  }
}

/** The page of the repository. */
export function repositoryUrl(job: RunVariables): string {
  return `${job.serverUrl}/${job.repository}`
}

/** The page of the run. */
export function runUrl(job: RunVariables): string {
  return `${repositoryUrl(job)}/actions/runs/${job.runId}`
}

/** The repository's name as a service name: `Acme/My_App` becomes `my-app`. */
export function serviceOf(repository: string): string {
  const name = repository.slice(repository.indexOf('/') + 1).toLowerCase()
  return name
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}

/** Where a build finds its files, as absolute paths. */
export interface BuildPaths {
  readonly context: string
  readonly dockerfile: string
}

/** `image`: paths relative to the workspace, or absolute. */
export function buildPaths(
  { workspace }: RunVariables,
  image: { readonly context: string; readonly dockerfile: string | undefined },
): BuildPaths {
  const context = inWorkspace(workspace, image.context)
  return {
    context,
    dockerfile: image.dockerfile === undefined ? inWorkspace(context, 'Dockerfile') : inWorkspace(workspace, image.dockerfile),
  }
}

/** Not `path.resolve`: the bundler would take its arguments for files of the bundle. */
export function inWorkspace(folder: string, path: string): string {
  if (path.startsWith('/')) return path
  const inside = path.replace(/^(\.\/+)+/, '')
  return inside === '.' || inside === '' ? folder : `${folder}/${inside}`
}
