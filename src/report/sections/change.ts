import { code, link, paragraphs, plain, shortCode, table } from '../parts/markdown.ts'
import type { Change } from '../parts/report.ts'
import { renderCommits } from './commits.ts'
import { shortCommit } from '../../domain/commits.ts'

type Side = Change['after']

/** What served before and what serves now, side by side, with the commits between them. */
export function renderChange({ before, after, repository, compareUrl, commits }: Change): string {
  const commit = ({ commit }: Side): string =>
    commit === '' ? 'unknown' : link(code(shortCommit(commit)), `${repository}/commit/${commit}`)
  const rows: readonly (readonly [string, (side: Side) => string])[] = [
    ['Release', ({ release }) => code(release)],
    ...versionRow([before, after]),
    ['Commit', commit],
    ['Digest', ({ digest }) => shortCode(digest)],
    ['Deployed', ({ deployed }) => plain(deployed)],
  ]
  const told = before
    ? table(
        ['', 'Before', 'After'],
        rows.map(([name, of]) => [name, of(before), of(after)]),
      )
    : table(
        ['', 'First release'],
        rows.map(([name, of]) => [name, of(after)]),
      )
  return paragraphs([told, renderCommits(commits, compareUrl)])
}

function versionRow(sides: readonly (Side | undefined)[]): readonly (readonly [string, (side: Side) => string])[] {
  return sides.some((side) => side?.semver !== undefined) ? [['Version', ({ semver }) => code(semver ?? '') || 'none']] : []
}
