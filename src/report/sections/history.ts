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

function row({ at, outcome, release, semver, cause, note, actor, runUrl, seconds: took }: Attempt): string[] {
  return [
    plain(minuteOf(at)),
    plain(`${outcome}${cause === '' ? '' : `: ${cause}`}${note === undefined ? '' : ` (${note})`}`),
    `${code(release) || 'none'}${semver === undefined ? '' : ` ${plain(semver)}`}`,
    `${plain(actor)} (${link('run', runUrl)})`,
    seconds(took * 1000),
  ]
}
