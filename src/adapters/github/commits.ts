import * as v from 'valibot'
import type { Commits } from '../../ports/github/commits.ts'
import { changedFiles } from '../../domain/commits.ts'
import type { Since } from '../../domain/commits.ts'
import { amount, listOf } from '../../domain/untrusted.ts'
import { changeOf } from '../../domain/conventional-commit.ts'
import type { Tag } from '../../domain/version/version-tags.ts'
import { askGithub, askPages, PAGE } from './api.ts'
import type { GithubSpec } from './api.ts'

/** Characters of a title to show; GitHub itself shows 72. */
const TITLE = 200

function firstLine(text: string): string {
  return text.split(/[\r\n]/, 1)[0]?.slice(0, TITLE) ?? ''
}

const line = v.pipe(v.string(), v.transform(firstLine))
const sha = v.pipe(v.string(), v.hexadecimal(), v.maxLength(64))
const message = v.object({ message: v.string() })

const commit = v.pipe(
  v.object({
    sha,
    commit: v.object({ ...message.entries, author: v.nullish(v.object({ name: v.optional(line, '') })) }),
    author: v.nullish(v.object({ login: v.optional(line) })),
  }),
  v.transform(({ sha: id, commit: { message: text, author: writer }, author }) => ({
    sha: id,
    title: firstLine(text),
    author: author?.login ?? writer?.name ?? '',
    change: changeOf(text),
  })),
)

const file = v.object({ filename: line, additions: amount, deletions: amount })
const status = v.picklist(['ahead', 'behind', 'identical', 'diverged'])

/** The fields that the action uses: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = v.pipe(
  v.object({
    status,
    commits: v.pipe(v.array(commit), v.maxLength(250)),
    files: v.fallback(v.optional(v.array(file)), undefined),
  }),
  v.transform(({ status: relation, commits, files }) => ({ relation, commits, ...(files && { files: changedFiles(files) }) })),
)

/** How many pages of commits are read: a run does not wait for more. */
const MOST_PAGES = 20
/** How many pages of tags. */
const MOST_TAG_PAGES = 50

const CHANGES = v.object({ status, commits: v.array(v.object({ commit: message })) })
/** https://docs.github.com/en/rest/repos/repos#list-repository-tags */
const TAGS = listOf(v.object({ name: v.pipe(v.string(), v.maxLength(250)), commit: v.object({ sha }) }), PAGE)

const COMPARE = 'GET /repos/{owner}/{repo}/compare/{basehead}'
const SECONDS = 10
const TAG_SECONDS = 60

/** If GitHub does not answer, the run continues without it: the host's own check still holds. `warn`: for what the run must know. */
export function githubCommits(spec: GithubSpec, warn: (words: string) => void = () => undefined): Commits {
  const asked = <T>(ask: () => Promise<T>): Promise<T | undefined> =>
    spec.token === undefined || spec.token === '' ? Promise.resolve(undefined) : ask().catch(() => undefined)
  return {
    async compare(base, head) {
      if (base === '') return undefined
      const parameters = { basehead: `${base}...${head}` }
      return asked(() => askGithub(spec, { route: COMPARE, parameters, answer: COMPARISON, seconds: SECONDS }))
    },
    since: (base, head) => asked(() => since(spec, `${base}...${head}`)),
    tags: () => asked(() => tags(spec, warn)),
  }
}

/** Throws if there are more commits than are read: the missing ones could change the result. */
async function since(spec: GithubSpec, basehead: string): Promise<Since> {
  const found: Since[] = []
  const parameters = { basehead, per_page: PAGE }
  for await (const { status: relation, commits } of askPages(spec, { route: COMPARE, parameters, answer: CHANGES, seconds: SECONDS })) {
    if (found.length === MOST_PAGES) throw new Error(`more than ${MOST_PAGES * PAGE} commits`)
    found.push({ relation, changes: commits.map(({ commit: { message: text } }) => changeOf(text)) })
  }
  return { relation: found[0]?.relation ?? 'identical', changes: found.flatMap(({ changes }) => changes) }
}

/** Throws if there are more than are read: the missing ones could change the result. */
async function tags(spec: GithubSpec, warn: (words: string) => void): Promise<readonly Tag[]> {
  const pages: Tag[][] = []
  const question = { route: 'GET /repos/{owner}/{repo}/tags', parameters: { per_page: PAGE }, answer: TAGS, seconds: TAG_SECONDS }
  for await (const page of askPages(spec, question)) {
    if (pages.length === MOST_TAG_PAGES) {
      const words = `The repository has more than ${MOST_TAG_PAGES * PAGE} tags, so none of them counts as a version. Set version, or delete tags.`
      warn(words)
      throw new Error(words)
    }
    pages.push(page.map(({ name, commit: { sha: id } }) => ({ name, commit: id })))
  }
  return pages.flat()
}
