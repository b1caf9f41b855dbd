/** https://docs.github.com/rest/releases/releases */
import type { Context } from 'openapi-backend'
import { must, run } from '../machine/exec.ts'
import { userOf } from './user.ts'

export interface StoredRelease {
  readonly id: number
  readonly tag: string
  name: string
  body: string
  readonly prerelease: boolean
  readonly draft?: true
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

/** GitHub counts letters. */
const LIMIT = 125_000

const missing: Answer = { status: 404, body: { message: 'Not Found' } }

/** A 422 as GitHub describes it. */
const failed = (code: string, field: string): Answer => ({
  status: 422,
  body: { message: 'Validation Failed', documentation_url: 'https://docs.github.com/rest', errors: [{ resource: 'Release', code, field }] },
})

/** The answers to requests about releases, by operation. */
export const releaseAnswer = {
  byTag(releases: readonly StoredRelease[], { request }: Context): Answer {
    const found = releases.find(({ tag, draft }) => !draft && tag === decodeURIComponent(String(request.params['tag'])))
    return found === undefined ? missing : { status: 200, body: shown(found) }
  },

  /** All, drafts too, newest first. */
  listed: (releases: readonly StoredRelease[]): readonly object[] => releases.toReversed().map(shown),

  /** Creates a missing tag at the given commit or branch. */
  async create(repository: string, releases: StoredRelease[], { request }: Context): Promise<Answer> {
    const { tag_name: tag, target_commitish: target = 'HEAD', name = tag, body = '', prerelease = false } = request.requestBody as Asked
    if (body.length > LIMIT) return failed('custom', 'body')
    if (releases.some((release) => release.tag === tag && !release.draft)) return failed('already_exists', 'tag_name')
    const there = await run(['git', '-C', repository, 'rev-parse', '--verify', '--quiet', `refs/tags/${tag}`])
    if (there.code !== 0) await must('git', '-C', repository, 'tag', tag, target)
    const release = { id: releases.length + 1, tag, name, body, prerelease }
    releases.push(release)
    return { status: 201, body: shown(release) }
  },

  update(releases: readonly StoredRelease[], { request }: Context): Answer {
    const { body = '' } = request.requestBody as Partial<Asked>
    const release = releases.find(({ id }) => id === Number(request.params['release_id']))
    if (release === undefined) return missing
    if (body.length > LIMIT) return failed('custom', 'body')
    release.body = body
    return { status: 200, body: shown(release) }
  },
}

interface Asked {
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
