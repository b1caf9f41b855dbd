/** https://docs.github.com/rest/releases/releases */
import { must, run } from '../machine/exec.ts'
import { NOT_FOUND, pageOfList } from './api/answer.ts'
import type { Answer, Operations } from './api/answer.ts'
import { userOf } from './user.ts'

export interface StoredRelease {
  readonly id: number
  readonly tag: string
  name: string
  body: string
  readonly prerelease: boolean
  readonly draft?: true
}

/** GitHub counts letters. */
const LIMIT = 125_000

/** A 422 as GitHub describes it. */
const failed = (code: string, field: string): Answer => ({
  status: 422,
  body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors: [{ resource: 'Release', code, field }] },
})

/** `repository`: folder of the git repository. */
export function releaseOperations(repository: string, releases: StoredRelease[]): Operations {
  return {
    'repos/get-release-by-tag': ({ params }) => {
      const found = releases.find(({ tag, draft }) => !draft && tag === decodeURIComponent(String(params['tag'])))
      return found ? { status: 200, body: shown(found) } : NOT_FOUND
    },
    /** All, drafts too, newest first. */
    'repos/list-releases': (request) => pageOfList(request, releases.toReversed().map(shown)),
    'repos/create-release': ({ requestBody }) => create(repository, releases, requestBody as AskedRelease),
    'repos/update-release': ({ params, requestBody }) =>
      update(
        releases.find(({ id }) => id === Number(params['release_id'])),
        requestBody as Partial<AskedRelease>,
      ),
  }
}

/** Creates a missing tag at the given commit or branch. */
async function create(repository: string, releases: StoredRelease[], asked: AskedRelease): Promise<Answer> {
  const { tag_name: tag, target_commitish: target = 'HEAD', name = tag, body = '', prerelease = false } = asked
  if (body.length > LIMIT) return failed('custom', 'body')
  if (releases.some((release) => release.tag === tag && !release.draft)) return failed('already_exists', 'tag_name')
  const there = await run(['git', '-C', repository, 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}`])
  if (there.code !== 0) await must('git', '-C', repository, 'tag', tag, target)
  const release = { id: releases.length + 1, tag, name, body, prerelease }
  releases.push(release)
  return { status: 201, body: shown(release) }
}

function update(release: StoredRelease | undefined, { body = '' }: Partial<AskedRelease>): Answer {
  if (release === undefined) return NOT_FOUND
  if (body.length > LIMIT) return failed('custom', 'body')
  release.body = body
  return { status: 200, body: shown(release) }
}

interface AskedRelease {
  readonly tag_name: string
  readonly target_commitish?: string
  readonly name?: string
  readonly body?: string
  readonly prerelease?: boolean
}

function shown({ id, tag, name, body, prerelease, draft }: StoredRelease): object {
  const url = `https://github.example/acme/web/releases/${id}`
  const urls = { url, assets_url: url, upload_url: url, tarball_url: url, zipball_url: url }
  const times = { created_at: '2026-01-01T00:00:00Z', published_at: '2026-01-01T00:00:00Z' }
  return {
    ...{ id, node_id: String(id), tag_name: tag, target_commitish: 'main', name, body, draft: draft ?? false, prerelease, assets: [] },
    ...{ ...urls, ...times, html_url: `https://github.example/acme/web/releases/tag/${tag}`, author: userOf('github-actions[bot]', 'Bot') },
  }
}
