import * as v from 'valibot'
import { shortCommit } from '../../domain/commits.ts'
import { withoutByteOrderMark } from '../../domain/text.ts'
import { messageOf } from '../../errors.ts'
import type { FoundFile } from '../../ports/github/config-source.ts'
import { askGithub, unlessMissing } from './api.ts'
import type { GithubSpec } from './api.ts'

export interface CommitSpec extends GithubSpec {
  readonly commit: string
}

const SECONDS = 20
/** GitHub answers a folder with a list instead of a text. */
const FILE = v.string()

/** GitHub answers 404 for a missing file and for an unreadable repository; asking for the commit distinguishes the two. */
export async function askForFile(spec: CommitSpec, path: string): Promise<FoundFile> {
  const { token = '', commit } = spec
  if (token === '') return { kind: 'unknown', reason: 'the repository is not checked out, and there is no github-token to ask GitHub' }
  const raw = { path, ref: commit, mediaType: { format: 'raw' } }
  try {
    const text = await unlessMissing(
      askGithub(spec, { route: 'GET /repos/{owner}/{repo}/contents/{path}', parameters: raw, answer: FILE, seconds: SECONDS }),
    )
    return text === undefined ? await withoutFile(spec) : { kind: 'found', text: withoutByteOrderMark(text) }
  } catch (error) {
    return { kind: 'unknown', reason: `GitHub did not say: ${messageOf(error)}` }
  }
}

async function withoutFile(spec: CommitSpec): Promise<FoundFile> {
  const { repository, commit } = spec
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}'
  const known = await unlessMissing(
    askGithub(spec, { route, parameters: { commit_sha: commit }, answer: v.object({ sha: v.string() }), seconds: SECONDS }),
  )
  return known
    ? { kind: 'missing', where: `in ${repository} at ${shortCommit(commit)}` }
    : { kind: 'unknown', reason: `GitHub shows nothing of ${repository} at ${shortCommit(commit)}` }
}
