import * as v from 'valibot'
import { count, line, listOf, webUrl } from '../../domain/untrusted.ts'
import { hasSection, hasText, MOST_CHARACTERS, withSection } from '../../domain/version/notes.ts'
import type { Section } from '../../domain/version/notes.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Releases, TaggedRelease } from '../../ports/github/releases.ts'
import { askGithub, askPages, PAGE, statusOf, unlessMissing } from './api.ts'
import type { GithubSpec } from './api.ts'

const SECONDS = 20
/** Milliseconds after which a write is read back: longer than another run needs between its own reading and writing. */
const SETTLE = 2000
/** How often a lost section is written again. */
const ATTEMPTS = 5

/** The fields that the action uses of https://docs.github.com/en/rest/releases/releases */
const RELEASE = v.object({
  id: count,
  tag_name: line,
  draft: v.optional(v.boolean(), false),
  html_url: webUrl,
  body: v.nullish(v.string(), ''),
})

type Release = v.InferOutput<typeof RELEASE>

/**
 * GitHub has no lock and no condition for a write, and runs of other environments write to the same release. So a write is read back, and done again if
 * another run has overwritten it.
 */
export function githubReleases(spec: GithubSpec, clock: Pick<Clock, 'sleep'>): Releases {
  return {
    async put(release, section, keep) {
      for (let attempt = 1; ; attempt += 1) {
        const written = await write(spec, release, section, keep && attempt === 1)
        if (!written.changed && attempt === 1) return written.url
        await clock.sleep(SETTLE)
        const now = await find(spec, release.tag)
        if (now !== undefined && hasText(now.body ?? '', section)) return now.html_url
        if (attempt === ATTEMPTS) throw new Error(`other runs overwrote the notes of ${release.tag} ${ATTEMPTS} times`)
      }
    },
  }
}

function bodyOf(body: string, section: Section): string {
  const text = withSection(body, section)
  if (text !== undefined) return text
  throw new Error(`the release has notes of ${body.length} characters already, and GitHub accepts ${MOST_CHARACTERS}: shorten them`)
}

interface Written {
  readonly url: string
  /** Something was written. */
  readonly changed: boolean
}

async function write(spec: GithubSpec, release: TaggedRelease, section: Section, keep: boolean): Promise<Written> {
  const found = await find(spec, release.tag)
  if (found === undefined) return { url: await create(spec, release, section), changed: true }
  const body = found.body ?? ''
  const holds = keep ? hasSection(body, section.key) : hasText(body, section)
  if (holds) return { url: found.html_url, changed: false }
  const parameters = { release_id: found.id, body: bodyOf(body, section) }
  const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}'
  return { url: (await askGithub(spec, { route, parameters, answer: RELEASE, seconds: SECONDS })).html_url, changed: true }
}

/** GitHub finds no draft by its tag, but lists it. */
async function find(spec: GithubSpec, tag: string): Promise<Release | undefined> {
  const route = 'GET /repos/{owner}/{repo}/releases/tags/{tag}'
  const published = await unlessMissing(askGithub(spec, { route, parameters: { tag }, answer: RELEASE, seconds: SECONDS }))
  return published ?? findDraft(spec, tag)
}

async function findDraft(spec: GithubSpec, tag: string): Promise<Release | undefined> {
  const question = { route: 'GET /repos/{owner}/{repo}/releases', parameters: { per_page: PAGE }, answer: listOf(RELEASE, PAGE) }
  for await (const page of askPages(spec, { ...question, seconds: SECONDS })) {
    const draft = page.find((one) => one.draft && one.tag_name === tag)
    if (draft) return draft
  }
  return undefined
}

/** `legacy`: GitHub decides by date and version which release is the latest. If another run has just created it, that one is found. */
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
  try {
    return (await askGithub(spec, { route, parameters, answer: RELEASE, seconds: SECONDS })).html_url
  } catch (error) {
    const made = statusOf(error) === 422 ? await find(spec, tag) : undefined
    if (made === undefined) throw error
    return made.html_url
  }
}
