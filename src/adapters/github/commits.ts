import type { Commits } from '../../ports/github/commits.ts'
import type { Comparison } from '../../domain/commits.ts'

export interface GithubSpec {
  readonly token: string | undefined
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
}

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
  const commits = data.commits.map(({ sha, commit, author }) => ({
    sha,
    title: commit.message.split('\n')[0] ?? '',
    author: author?.login ?? commit.author?.name ?? '',
  }))
  return { relation: data.status, commits }
}
