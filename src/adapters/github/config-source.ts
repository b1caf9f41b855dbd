import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConfigSource, FoundFile } from '../../ports/github/config-source.ts'
import type { GithubSpec } from './commits.ts'

export interface ConfigSourceSpec extends GithubSpec {
  /** Folder of the checkout, where there is one. */
  readonly workspace: string
  readonly commit: string
}

/** The checked-out files; where the repository is not checked out, or not all of it, GitHub's API. */
export function configSource(spec: ConfigSourceSpec): ConfigSource {
  return {
    async read(path) {
      try {
        return { kind: 'found', text: readFileSync(join(spec.workspace, path), 'utf8') }
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException
        if (code !== 'ENOENT' && code !== 'ENOTDIR') return { kind: 'unknown', reason: message }
      }
      return isCheckedOut(spec.workspace) ? { kind: 'missing', where: 'in the checkout' } : ask(spec, path)
    },
  }
}

function isCheckedOut(workspace: string): boolean {
  return existsSync(join(workspace, '.git')) && !existsSync(join(workspace, '.git', 'info', 'sparse-checkout'))
}

/** A file that is not there and a repository that the token may not read get the same answer, 404; the commit tells which it was. */
async function ask({ token = '', repository, apiUrl, commit }: ConfigSourceSpec, path: string): Promise<FoundFile> {
  if (token === '') return { kind: 'unknown', reason: 'the repository is not checked out, and there is no github-token to ask GitHub with' }
  const { getOctokit } = await import('@actions/github')
  const { rest } = getOctokit(token, { baseUrl: apiUrl })
  const [owner = '', repo = ''] = repository.split('/')
  const common = { owner, repo, request: { signal: AbortSignal.timeout(20_000) } }
  try {
    const file = await unlessMissing(rest.repos.getContent({ ...common, path, ref: commit, mediaType: { format: 'raw' } }))
    // What is asked for raw comes as text, which the types do not know.
    if (file !== undefined) return { kind: 'found', text: file.data as unknown as string }
    const known = await unlessMissing(rest.git.getCommit({ ...common, commit_sha: commit }))
    const where = `in ${repository} at ${commit.slice(0, 8)}`
    return known
      ? { kind: 'missing', where }
      : { kind: 'unknown', reason: `GitHub shows nothing of ${repository} at ${commit.slice(0, 8)}` }
  } catch (error) {
    return { kind: 'unknown', reason: `GitHub did not tell: ${(error as Error).message}` }
  }
}

async function unlessMissing<T>(request: Promise<T>): Promise<T | undefined> {
  try {
    return await request
  } catch (error) {
    if ((error as { status?: number }).status === 404) return undefined
    throw error
  }
}
