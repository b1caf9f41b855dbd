import * as v from 'valibot'
import { count, line, listOf } from '../../../domain/untrusted.ts'
import type { Comments } from '../../../ports/github/comments.ts'
import { askGithub, askPages } from '../api.ts'
import type { GithubSpec } from '../api.ts'

/** Users who can write to the repository. Anyone else could start a comment with the marker, and later edit the one that we updated. */
const TRUSTED: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])
/** Page size: GitHub's maximum. */
const PAGE = 100
const SECONDS = 20

/** The fields that the action uses of https://docs.github.com/en/rest/issues/comments */
const comment = v.object({
  id: count,
  body: v.optional(v.string(), ''),
  user: v.nullish(v.object({ type: v.string() })),
  author_association: v.optional(v.string(), ''),
})
const WRITTEN = v.object({ html_url: v.pipe(line, v.regex(/^https?:\/\/\S+$/), v.maxLength(500)) })

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

/** The id of the first comment with the marker by a user who can write to the repository. */
async function ownComment(spec: GithubSpec, pullRequest: number, marker: string): Promise<number | undefined> {
  const pages = askPages(spec, {
    route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { issue_number: pullRequest, per_page: PAGE },
    answer: listOf(comment, PAGE),
    seconds: SECONDS,
  })
  for await (const page of pages) {
    const own = page.find(({ body, user, author_association: by }) => body.startsWith(marker) && (user?.type === 'Bot' || TRUSTED.has(by)))
    if (own) return own.id
  }
  return undefined
}
