import { withoutByteOrderMark } from './text.ts'

/** How a commit affects users. */
export type Change = 'breaking' | 'feature' | 'fix' | 'other'

/** How many characters of a message are read; people do not write longer ones. */
const READ = 65_536

/** `type(scope)!: description`. https://www.conventionalcommits.org/en/v1.0.0/#specification */
const HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i
/** The token of a footer, in upper case at the start of a line. Same page, items 8 to 16. */
const BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/

/** Reads the message of a commit. A merge counts only by its own footer: the merged commits speak for themselves. */
export function changeOf(message: string): Change {
  const [header = '', ...body] = withoutByteOrderMark(message)
    .slice(0, READ)
    .split(/\r\n|\r|\n/)
  const [, type = '', bang] = HEADER.exec(header) ?? []
  if (bang !== undefined || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return 'breaking'
  const kind = type.toLowerCase()
  if (kind === 'feat') return 'feature'
  return kind === 'fix' ? 'fix' : 'other'
}
