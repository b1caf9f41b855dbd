import * as v from 'valibot'
import type { Commits } from '../../ports/github/commits.ts'
import { changedFiles } from '../../domain/commits.ts'
import { amount } from '../../domain/untrusted.ts'
import { askGithub } from './api.ts'
import type { GithubSpec } from './api.ts'

/** Characters of a title to show; GitHub itself shows 72. */
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

const file = v.object({ filename: line, additions: amount, deletions: amount })

/** The fields that the action uses: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
const COMPARISON = v.pipe(
  v.object({
    status: v.picklist(['ahead', 'behind', 'identical', 'diverged']),
    commits: v.pipe(v.array(commit), v.maxLength(250)),
    files: v.fallback(v.optional(v.array(file)), undefined),
  }),
  v.transform(({ status: relation, commits, files }) => ({ relation, commits, ...(files && { files: changedFiles(files) }) })),
)

/** If GitHub does not answer, the run continues without it: the host's own check still holds. */
export function githubCommits(spec: GithubSpec): Commits {
  return {
    async compare(base, head) {
      if (spec.token === undefined || spec.token === '' || base === '') return undefined
      const question = { route: 'GET /repos/{owner}/{repo}/compare/{basehead}', parameters: { basehead: `${base}...${head}` } }
      return askGithub(spec, { ...question, answer: COMPARISON, seconds: 10 }).catch(() => undefined)
    },
  }
}
