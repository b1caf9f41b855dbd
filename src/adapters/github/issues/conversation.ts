import * as v from 'valibot'
import { commitId, count, isoTime, line } from '../../../domain/untrusted.ts'
import type { Conversation } from '../../../ports/github/conversation.ts'
import { askGithub, askPages, PAGE, unlessMissing } from '../api.ts'
import type { GithubSpec } from '../api.ts'
import { askPermission } from './permission.ts'

const SECONDS = 20

const account = v.object({ id: count, login: line })

/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments#get-an-issue-comment */
const COMMENT = v.pipe(
  v.object({ body: v.optional(v.string(), ''), user: v.nullish(account), created_at: isoTime, updated_at: isoTime }),
  v.transform(({ body, user, created_at: created, updated_at: updated }) => ({ body, authorId: user?.id, isEdited: created !== updated })),
)

/** https://docs.github.com/en/rest/pulls/pulls#get-a-pull-request */
const PULL_REQUEST = v.pipe(
  v.object({
    state: v.picklist(['open', 'closed']),
    draft: v.optional(v.boolean(), false),
    user: v.nullable(account),
    head: v.object({ sha: commitId, ref: line, repo: v.nullable(v.object({ full_name: line })) }),
  }),
  v.transform(({ state, draft, user, head }) => ({
    isOpen: state === 'open',
    isDraft: draft,
    authorId: user?.id,
    commit: head.sha,
    branch: head.ref,
    repository: head.repo?.full_name,
  })),
)

/** https://docs.github.com/en/rest/repos/repos#list-repository-activities */
const PUSHES = v.array(
  v.pipe(
    v.object({ after: commitId, timestamp: isoTime, actor: v.nullish(account) }),
    v.transform(({ after, timestamp, actor }) => ({ commit: after, at: Date.parse(timestamp), actorId: actor?.id })),
  ),
)

/** https://docs.github.com/en/rest/pulls/reviews#list-reviews-for-a-pull-request */
const REVIEWS = v.array(
  v.pipe(
    v.object({
      user: v.nullable(account),
      state: v.picklist(['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED', 'COMMENTED', 'PENDING']),
      commit_id: v.nullable(commitId),
    }),
    v.transform(({ user, state, commit_id: reviewed }) => ({ reviewer: user ?? undefined, state, commit: reviewed ?? undefined })),
  ),
)

const REACTION = v.object({ id: count })

export function githubConversation(spec: GithubSpec): Conversation {
  const ask = <T>(route: string, parameters: Readonly<Record<string, unknown>>, answer: v.GenericSchema<unknown, T>): Promise<T> =>
    askGithub(spec, { route, parameters, answer, seconds: SECONDS })
  return {
    comment: (id) => unlessMissing(ask('GET /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id }, COMMENT)),
    permissionOf: (username) => askPermission(spec, username),
    pullRequest: (number) => ask('GET /repos/{owner}/{repo}/pulls/{pull_number}', { pull_number: number }, PULL_REQUEST),
    async lastPush(repository, branch) {
      const parameters = { ref: `refs/heads/${branch}`, per_page: 1 }
      const question = { route: 'GET /repos/{owner}/{repo}/activity', parameters, answer: PUSHES, seconds: SECONDS }
      return (await askGithub({ ...spec, repository }, question))[0]
    },
    async reviews(number) {
      const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews'
      const parameters = { pull_number: number, per_page: PAGE }
      return (await Array.fromAsync(askPages(spec, { route, parameters, answer: REVIEWS, seconds: SECONDS }))).flat()
    },
    async react(id, content) {
      await ask('POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions', { comment_id: id, content }, REACTION)
    },
  }
}
