import { code, fold, link, paragraphs, plain } from '../parts/markdown.ts'
import type { ListedCommit } from '../../domain/commits.ts'
import { shortCommit } from '../../domain/commits.ts'

/** How many commits are visible, and how many are listed at all: GitHub shows the rest. */
const SEEN = 10
const LISTED = 100
/** GitHub itself shows 72. */
const TITLE = 72

/** The commits of a release, newest first, with a link to GitHub's comparison with the live one. Empty if there is nothing to show. */
export function renderCommits(commits: readonly ListedCommit[], compareUrl: string | undefined): string {
  const lines = commits.toReversed().map(commitLine)
  const rest = lines.slice(SEEN, LISTED)
  const unlisted = lines.length - SEEN - rest.length
  const compare = compareUrl === undefined ? '' : link('Compare the two commits', compareUrl)
  if (lines.length === 0) return compare
  return paragraphs([
    `### ${lines.length === 1 ? '1 commit' : `${lines.length} commits`}`,
    lines.slice(0, SEEN).join('\n'),
    rest.length === 0 ? '' : fold(`${lines.length - SEEN} more`, [...rest, ...(unlisted > 0 ? [`- and ${unlisted} more`] : [])].join('\n')),
    compare,
  ])
}

/** An item of a list. */
export function commitLine({ sha, title, author, url }: ListedCommit): string {
  return `- ${link(code(shortCommit(sha)), url)} ${plain(cut(title))} (${plain(cut(author))})`
}

function cut(text: string): string {
  return text.length <= TITLE ? text : `${text.slice(0, TITLE)}…`
}
