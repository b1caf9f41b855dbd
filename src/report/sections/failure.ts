import { block, code, fold, link, paragraphs, prose } from '../parts/markdown.ts'
import { linkFiles } from '../parts/identifiers.ts'
import { small } from '../parts/clause.ts'
import { beyond } from '../parts/beyond.ts'
import type { Failure } from '../parts/report.ts'

/** GitHub drops a summary over 1 MiB, so the evidence is cut well before. */
const EVIDENCE_LIMIT = 64 * 1024

export const LAST_LINES = 'Last log lines of the container'

interface Around {
  readonly headline: string
  /** Web address of the page of all causes. */
  readonly causes: string | undefined
  /** The page lists the problems below. */
  readonly listed: boolean
}

/** The one cause, what serves now, the next step, and the folded evidence. */
export function renderFailure(failure: Failure, { headline, causes, listed }: Around): string {
  const { cause, sentence, state = '', hint } = failure
  const [first = '', ...items] = sentence.split('\n')
  const rest = beyond(headline, listed ? first.replace(/:$/, '.') : first)
  const name = causes === undefined ? code(cause) : link(code(cause), `${causes}#${cause}`)
  return paragraphs([
    `**Cause:** ${name}${rest === '' ? '' : `: ${cause === 'inputs' ? problem(rest) : prose(small(rest))}`}`,
    listed ? '' : items.map((item) => `- ${problem(item.trim())}`).join('\n'),
    state === '' ? '' : `**Now:** ${prose(state)}`,
    hint === undefined ? '' : `**Next step:** ${linked(prose(hint), causes)}`,
    ...evidenceOf(failure),
  ])
}

/** With links to the action's files, which are beside the page of causes. */
function linked(markdown: string, causes: string | undefined): string {
  return causes === undefined ? markdown : linkFiles(markdown, (path) => causes.replace(/docs\/causes\.md$/, path))
}

/** `port: missing`, or `file:2:1: port: missing`: the name of the input is code. */
function problem(words: string): string {
  return prose(words.replace(/^([^\s`]+:\d+:\d+: )?([a-z][\w.-]*)(?=: )/, '$1`$2`'))
}

/** Folded, except for a defect of the action: its reader has nothing else. */
function evidenceOf({ evidence, stack = '' }: Failure): string[] {
  const { logs = '', health = '', host = '' } = evidence ?? {}
  const texts = [
    ['Stack of the action', stack],
    [LAST_LINES, logs],
    ['Answer to the health check', health],
    ['Disk and memory of the host', host],
  ] as const
  return texts
    .filter(([, text]) => text.trim() !== '')
    .map(([title, text]) => fold(title, block(text.slice(-EVIDENCE_LIMIT)), text === stack))
}
