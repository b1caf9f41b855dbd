import * as v from 'valibot'
import type { Commits } from '../../ports/github/commits.ts'
import type { Comparison } from '../../domain/commits.ts'

export interface GithubSpec {
  readonly token: string | undefined
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
}

/** Characters that are shown of a title; GitHub itself shows 72. */
const TITLE = 200

const line = v.pipe(
  v.string(),
  v.transform((text) => text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? ''),
)

const commit = v.pipe(
  v.object({
    sha: v.pipe(v.string(), v.hexadecimal(), v.maxLength(64)),
    commit: v.object({ message: line, author: v.nullish(v.object({ name: v.optional(line, '') })) }),
    author: v.nullish(v.object({ login: v.optional(line) })),
  }),
  v.transform(({ sha, commit: { message: title, author: writer }, author }) => ({
    sha,
    title,
    author: author?.login ?? writer?.name ?? '',
  })),
)

/** What is used of the answer: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = v.pipe(
  v.object({ status: v.picklist(['ahead', 'behind', 'identical', 'diverged']), commits: v.pipe(v.array(commit), v.maxLength(250)) }),
  v.transform(({ status: relation, commits }) => ({ relation, commits })),
)

/** Whatever keeps GitHub from telling, the run goes on without: the host's own guard still holds. */
export function githubCommits({ token, repository, apiUrl }: GithubSpec): Commits {
  return {
    async compare(base, head) {
      if (token === undefined || token === '' || base === '') return undefined
      try {
        return await ask({ token, repository, apiUrl }, `${base}...${head}`)
      } catch {
        return undefined
      }
    },
  }
}

async function ask({ token, repository, apiUrl }: GithubSpec, basehead: string): Promise<Comparison> {
  const { getOctokit } = await import('@actions/github')
  const [owner = '', repo = ''] = repository.split('/')
  const request = { timeout: 10_000, signal: AbortSignal.timeout(10_000) }
  const { data } = await getOctokit(token ?? '', { baseUrl: apiUrl }).rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead,
    request,
  })
  return v.parse(COMPARISON, data)
}
