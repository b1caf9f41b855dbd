import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Job, RepositoryFacts, RunVariables, Visibility } from '../../domain/job.ts'
import { count, line, readJson } from '../../domain/untrusted.ts'

/** Adds what the event of the run says. */
export function readJob(env: NodeJS.ProcessEnv, variables: RunVariables): Job {
  const { repository = {} } = readJson(ABOUT, eventOf(env)) ?? {}
  return { ...variables, about: factsOf(repository), visibility: visibilityOf(repository), pullRequest: pullRequestOf(env) }
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
    private: v.fallback(v.optional(v.boolean()), undefined),
    visibility: v.fallback(v.optional(v.string()), undefined),
    license: v.fallback(v.optional(v.object({ spdx_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9.+-]{1,100}$/)) })), undefined),
  }),
})

/** For a license that it does not recognize. */
const NO_SPDX = 'NOASSERTION'

type Repository = Partial<v.InferOutput<typeof ABOUT>['repository']>

function factsOf({ description, license }: Repository): RepositoryFacts {
  return {
    ...(description !== undefined && { description }),
    ...(license !== undefined && license.spdx_id !== NO_SPDX && { licenses: license.spdx_id }),
  }
}

/** The two must not contradict each other: GitHub calls a repository that an enterprise shares internally private, too. */
function visibilityOf(seen: Repository): Visibility | undefined {
  if (seen.private === false || seen.visibility === 'public') return 'public'
  return seen.private === true ? 'private' : undefined
}

/** GitHub's payload of the event that started the workflow, as JSON; empty if there is none. */
export function eventOf(env: NodeJS.ProcessEnv): string {
  try {
    return readFileSync(env['GITHUB_EVENT_PATH'] ?? '', 'utf8')
  } catch {
    return ''
  }
}
