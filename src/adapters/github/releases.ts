import * as v from 'valibot'
import { count, line } from '../../domain/untrusted.ts'
import { hasSection, MOST_CHARACTERS, withSection } from '../../domain/version/notes.ts'
import type { Section } from '../../domain/version/notes.ts'
import type { Releases, TaggedRelease } from '../../ports/github/releases.ts'
import { askGithub, statusOf } from './api.ts'
import type { GithubSpec } from './api.ts'

const SECONDS = 20

/** The fields that the action uses of https://docs.github.com/en/rest/releases/releases */
const RELEASE = v.object({
  id: count,
  html_url: v.pipe(line, v.regex(/^https?:\/\/\S+$/), v.maxLength(500)),
  body: v.nullish(v.string(), ''),
})

export function githubReleases(spec: GithubSpec): Releases {
  return {
    async put(release, section, keep) {
      const found = await find(spec, release.tag)
      if (found === undefined) return create(spec, release, section)
      if (keep && hasSection(found.body ?? '', section.key)) return found.html_url
      const parameters = { release_id: found.id, body: bodyOf(found.body ?? '', section) }
      const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}'
      return (await askGithub(spec, { route, parameters, answer: RELEASE, seconds: SECONDS })).html_url
    },
  }
}

function bodyOf(body: string, section: Section): string {
  const text = withSection(body, section)
  if (text !== undefined) return text
  throw new Error(`the release has notes of ${body.length} characters already, and GitHub accepts ${MOST_CHARACTERS}: shorten them`)
}

async function find(spec: GithubSpec, tag: string): Promise<v.InferOutput<typeof RELEASE> | undefined> {
  const route = 'GET /repos/{owner}/{repo}/releases/tags/{tag}'
  try {
    return await askGithub(spec, { route, parameters: { tag }, answer: RELEASE, seconds: SECONDS })
  } catch (error) {
    if (statusOf(error) === 404) return undefined
    throw error
  }
}

/** `legacy`: GitHub decides by date and version which release is the latest. */
async function create(spec: GithubSpec, { tag, commit, prerelease }: TaggedRelease, section: Section): Promise<string> {
  const parameters = {
    tag_name: tag,
    target_commitish: commit,
    name: tag,
    body: bodyOf('', section),
    prerelease,
    make_latest: 'legacy',
  }
  const route = 'POST /repos/{owner}/{repo}/releases'
  return (await askGithub(spec, { route, parameters, answer: RELEASE, seconds: SECONDS })).html_url
}
