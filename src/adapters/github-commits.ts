import type { Commit, Commits } from '../ports/commits.ts'

export interface GithubCommitsSpec {
  readonly token: string | undefined
  /** `owner/name` */
  readonly repository: string
  readonly apiUrl: string
}

/** The list of commits is decoration: whatever keeps GitHub from telling it, the run goes on without. */
export function githubCommits({ token, repository, apiUrl }: GithubCommitsSpec): Commits {
  return {
    async between(base, head) {
      if (token === undefined || token === '' || base === '') return undefined
      try {
        return await compare({ token, repository, apiUrl }, `${base}...${head}`)
      } catch {
        return undefined
      }
    },
  }
}

async function compare({ token, repository, apiUrl }: GithubCommitsSpec, basehead: string): Promise<Commit[]> {
  const { getOctokit } = await import('@actions/github')
  const [owner = '', repo = ''] = repository.split('/')
  const request = { timeout: 10_000, signal: AbortSignal.timeout(10_000) }
  const { data } = await getOctokit(token ?? '', { baseUrl: apiUrl }).rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead,
    request,
  })
  return data.commits.map(({ sha, commit, author }) => ({
    sha,
    title: commit.message.split('\n')[0] ?? '',
    author: author?.login ?? commit.author?.name ?? '',
  }))
}
