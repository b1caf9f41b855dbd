import type { Attempt } from '../../domain/release/record.ts'
import { seconds } from '../../domain/duration.ts'
import { code, fold, link, paragraphs, plain, table } from '../parts/markdown.ts'
import { minuteOf } from '../parts/minute.ts'

/** How many runs are shown; older ones are folded. */
const SHOWN = 10

/** The last runs that changed the service or tried to, newest first. */
export function renderHistory(history: readonly Attempt[]): string {
  const older = history.slice(SHOWN)
  return paragraphs(['### History', rows(history.slice(0, SHOWN)), older.length === 0 ? '' : fold(`${older.length} older`, rows(older))])
}

function rows(history: readonly Attempt[]): string {
  return table(['When', 'Outcome', 'Release', 'By', 'Time'], history.map(row))
}

function row(attempt: Attempt): string[] {
  const { at, outcome, semver, cause, note, actor, runUrl, seconds: took } = attempt
  return [
    plain(minuteOf(at)),
    plain(`${outcome}${cause === '' ? '' : `: ${cause}`}${note === undefined ? '' : ` (${note})`}`),
    `${releaseOf(attempt)}${semver === undefined ? '' : ` ${plain(semver)}`}`,
    `${plain(actor)} (${link('run', runUrl)})`,
    seconds(took * 1000),
  ]
}

/** With a link to its commit, which is in the repository of the run. */
function releaseOf({ release, commit, runUrl }: Attempt): string {
  const [, repository] = /^(https:\/\/[^/]+\/[^/]+\/[^/]+)\/actions\/runs\//.exec(runUrl) ?? []
  if (release === '') return 'none'
  return repository === undefined || commit === '' ? code(release) : link(code(release), `${repository}/commit/${commit}`)
}
