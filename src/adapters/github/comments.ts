import type { Comments } from '../../ports/github/comments.ts'
import type { GithubSpec } from './commits.ts'

/** Whoever can write to the repository. Anybody may begin a comment with the marker, and could later edit a comment of theirs that we updated. */
const TRUSTED: ReadonlySet<string> = new Set(['OWNER', 'MEMBER', 'COLLABORATOR'])

export function githubComments({ token, repository, apiUrl }: GithubSpec): Comments {
  return {
    async put(pullRequest, marker, body) {
      if (token === undefined || token === '') throw new Error('there is no github-token')
      const { getOctokit } = await import('@actions/github')
      const { paginate, rest } = getOctokit(token, { baseUrl: apiUrl })
      const [owner = '', repo = ''] = repository.split('/')
      const place = { owner, repo, request: { signal: AbortSignal.timeout(20_000) } }
      const comments = await paginate(rest.issues.listComments, { ...place, issue_number: pullRequest, per_page: 100 })
      const earlier = comments.find(
        ({ body: text, user, author_association: by }) => text?.startsWith(marker) && (user?.type === 'Bot' || TRUSTED.has(by ?? '')),
      )
      const { data } = earlier
        ? await rest.issues.updateComment({ ...place, comment_id: earlier.id, body })
        : await rest.issues.createComment({ ...place, issue_number: pullRequest, body })
      return data.html_url
    },
  }
}
