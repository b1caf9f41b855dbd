/** How much a commit changes for who uses what it is part of. */
export type Change = 'breaking' | 'feature' | 'fix' | 'other'

/** Characters of a message that are read; a longer one is no message that people write. */
const READ = 65_536

/** `type(scope)!: description`. https://www.conventionalcommits.org/en/v1.0.0/#specification */
const HEADER = /^([a-z]+)(?:\([^()\r\n]+\))?(!)?: \S/i
/** A footer's token is upper case, and begins a line after a blank one. The same page, items 8 to 16. */
const BREAKING_FOOTER = /^BREAKING[ -]CHANGE(?:: | #)\S/

/**
 * What a commit's message says of it. The message of a merge tells of nothing that the merged commits do not tell themselves, but may have a footer.
 */
export function changeOf(message: string): Change {
  const [header = '', ...body] = message.slice(0, READ).split(/\r\n|\r|\n/)
  const [, type = '', bang] = HEADER.exec(header) ?? []
  if (bang !== undefined || body.some((line, at) => at > 0 && BREAKING_FOOTER.test(line))) return 'breaking'
  const kind = type.toLowerCase()
  if (kind === 'feat') return 'feature'
  return kind === 'fix' ? 'fix' : 'other'
}
