import { block, code, cutStart, fold, paragraphs, prose } from '../parts/markdown.ts'
import type { LoggedHost } from '../parts/report.ts'

/** Letters of all logs together: GitHub drops a summary over 1 MiB. */
const LIMIT = 250_000

/** The logs of the containers, folded by host. */
export function renderLogs(logs: readonly LoggedHost[]): string {
  const share = Math.floor(LIMIT / Math.max(1, logs.flatMap(({ parts }) => parts).length))
  return paragraphs(
    logs.map(({ host, parts }) => {
      const texts = parts.flatMap(({ words, text }) => [prose(words), text === '' ? '' : paragraphs(shortened(text, share))])
      return fold(code(host), paragraphs(texts))
    }),
  )
}

/** The last lines, and how many are only in the run's log. */
function shortened(text: string, letters: number): readonly string[] {
  const kept = cutStart(text, letters)
  const left = text.slice(0, text.length - kept.length).split('\n').length - 1
  return [left === 0 ? '' : `${left} older lines are only in the log of the run.`, block(kept)]
}
