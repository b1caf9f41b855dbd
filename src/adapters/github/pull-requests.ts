import * as v from 'valibot'
import type { PullRequests } from '../../ports/github/pull-requests.ts'
import { commitId } from '../../domain/untrusted.ts'
import { askGithub } from './api.ts'
import type { GithubSpec } from './api.ts'

/** The fields that the action uses of https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const PULL_REQUEST = v.object({ state: v.picklist(['open', 'closed']), head: v.object({ sha: commitId }) })

export function githubPullRequests(spec: GithubSpec): PullRequests {
  return {
    async read(number) {
      const question = { route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}', parameters: { pull_number: number } }
      const { state, head } = await askGithub(spec, { ...question, answer: PULL_REQUEST, seconds: 20 })
      return { state, head: head.sha }
    },
  }
}
