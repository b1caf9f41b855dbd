import * as v from 'valibot'
import type { Person } from '../../../domain/comment/event.ts'
import { isPermitted } from '../../../domain/comment/permission.ts'
import { count, line, listOf, webUrl } from '../../../domain/untrusted.ts'
import type { Comments } from '../../../ports/github/comments.ts'
import { askGithub, askPages, PAGE, unlessMissing } from '../api.ts'
import type { GithubSpec } from '../api.ts'
import { askPermission } from './permission.ts'

const SECONDS = 20

/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments */
const comment = v.object({
  id: count,
  body: v.optional(v.string(), ''),
  user: v.nullish(v.object({ id: count, login: line, type: v.string() })),
})
const WRITTEN = v.object({ html_url: webUrl })

export function githubComments(spec: GithubSpec): Comments {
  return {
    async put(pullRequest, marker, body) {
      const earlier = await ownComment(spec, pullRequest, marker)
      const { html_url: url } = await askGithub(spec, {
        ...(earlier === undefined
          ? { route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments', parameters: { issue_number: pullRequest, body } }
          : { route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', parameters: { comment_id: earlier, body } }),
        answer: WRITTEN,
        seconds: SECONDS,
      })
      return url
    },
  }
}

/** The id of the first comment with the marker by a bot, or by a user who can write to the repository. */
async function ownComment(spec: GithubSpec, pullRequest: number, marker: string): Promise<number | undefined> {
  const pages = askPages(spec, {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: pullRequest, per_page: PAGE },
    answer: listOf(comment, PAGE),
    seconds: SECONDS,
  })
  const strangers = new Set<number>()
  for await (const page of pages)
    for (const { id, body, user } of page) {
      if (!body.startsWith(marker) || !user || strangers.has(user.id)) continue
      if (await canWrite(spec, user)) return id
      strangers.add(user.id)
    }
  return undefined
}

/** Users who can write to the repository can edit any comment. Anyone else could start one with the marker, and later edit what we wrote into it. */
async function canWrite(spec: GithubSpec, { id, login, type }: Person & { readonly type: string }): Promise<boolean> {
  if (type === 'Bot') return true
  const permission = await unlessMissing(askPermission(spec, login))
  return permission !== undefined && isPermitted({ id, login }, permission, 'write')
}
