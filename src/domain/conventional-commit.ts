/** How much a commit changes for users. */
export type Change = 'breaking' | 'feature' | 'fix' | 'other'

/** Characters of a message to read; nobody writes longer ones. */
const READ = 65_536

/** `type(scope)!: description`. https://www.conventionalcommits.org/en/v1.0.0/#specification */
const HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i
/** A footer's token is upper case, and starts a line after a blank one. The same page, items 8 to 16. */
const BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/

/**
 * The change that a commit's message announces. The message of a merge adds nothing to those of the merged commits, except perhaps a footer.
 */
export function changeOf(message: string): Change {
  const [header = '', ...body] = message.slice(0, READ).split(/\r\n|\r|\n/)
  const [, type = '', bang] = HEADER.exec(header) ?? []
  if (bang !== undefined || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return 'breaking'
  const kind = type.toLowerCase()
  if (kind === 'feat') return 'feature'
  return kind === 'fix' ? 'fix' : 'other'
}
