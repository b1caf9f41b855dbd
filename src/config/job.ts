import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Job, RepositoryFacts } from '../domain/job.ts'
import { count, line, readJson } from '../domain/untrusted.ts'

/** Reads GitHub's default environment variables. */
export function readJob(env: NodeJS.ProcessEnv): Job {
  return {
    repository: env['GITHUB_REPOSITORY'] ?? '',
    repositoryId: env['GITHUB_REPOSITORY_ID'] ?? '',
    ownerId: env['GITHUB_REPOSITORY_OWNER_ID'] ?? '',
    about: aboutRepository(eventOf(env)),
    commit: env['GITHUB_SHA'] ?? '',
    ref: env['GITHUB_REF'] ?? '',
    workflowRef: env['GITHUB_WORKFLOW_REF'] ?? '',
    event: env['GITHUB_EVENT_NAME'] ?? '',
    pullRequest: pullRequestOf(env),
    actor: env['GITHUB_ACTOR'] ?? '',
    runId: env['GITHUB_RUN_ID'] ?? '0',
    runAttempt: env['GITHUB_RUN_ATTEMPT'] ?? '1',
    serverUrl: env['GITHUB_SERVER_URL'] ?? 'https://github.com',
    apiUrl: env['GITHUB_API_URL'] ?? 'https://api.github.com',
    workspace: env['GITHUB_WORKSPACE'] ?? process.cwd(),
  }
}

/** For a `pull_request` run, whose ref is the merge of the pull request, and for any other event that names one. */
function pullRequestOf(env: NodeJS.ProcessEnv): number | undefined {
  const [, number] = /^refs\/pull\/(\d+)\//.exec(env['GITHUB_REF'] ?? '') ?? []
  return number === undefined ? readJson(EVENT, eventOf(env))?.pull_request.number : Number(number)
}

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request */
const EVENT = v.object({ pull_request: v.object({ number: count }) })

/** https://docs.github.com/en/webhooks/webhook-events-and-payloads: every event of a workflow has its repository. */
const ABOUT = v.object({
  repository: v.object({
    description: v.fallback(v.optional(v.pipe(line, v.minLength(1), v.maxLength(1000))), undefined),
    license: v.fallback(v.optional(v.object({ spdx_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.+-]{1,100}$/)) })), undefined),
  }),
})

/** For a license that it does not recognize. */
const NO_SPDX = 'NOASSERTION'

function aboutRepository(event: string): RepositoryFacts {
  const { description, license } = readJson(ABOUT, event)?.repository ?? {}
  return {
    ...(description !== undefined && { description }),
    ...(license !== undefined && license.spdx_id !== NO_SPDX && { licenses: license.spdx_id }),
  }
}

/** GitHub's payload of the event that started the workflow, as JSON; empty if there is none. */
export function eventOf(env: NodeJS.ProcessEnv): string {
  try {
    return readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')
  } catch {
    return ''
  }
}

/** The page of the repository. */
export function repositoryUrl(job: Job): string {
  return `${job.serverUrl}/${job.repository}`
}

/** The page of the run. */
export function runUrl(job: Job): string {
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
export function buildPaths({ workspace }: Job, image: { readonly context: string; readonly dockerfile: string | undefined }): BuildPaths {
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
