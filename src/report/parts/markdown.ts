/** Text from outside, made safe for one cell of a table or one line of prose: it shows as it is and formats nothing. */
export function plain(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Text from outside as code in a line. */
export function code(text: string): string {
  return text === '' ? '' : `<code>${plain(text)}</code>`
}

/** Text from outside as code, with digests as short as they still tell images apart: the whole ones are in the outputs. */
export function shortCode(text: string): string {
  return code(text.replace(/\bsha256:([0-9a-f]{12})[0-9a-f]{52}\b/g, 'sha256:$1'))
}

/** What is read on demand. The title and the body are Markdown, or HTML, already. */
export function fold(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** The parts that are there, as paragraphs. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A sentence in which what stands between backticks is code. */
export function prose(text: string): string {
  return text.replace(/`([^`\n]+)`|[^`]+|`/g, (part, inner?: string) => (inner === undefined ? plain(part) : code(inner)))
}

/** A link to an address of which others may have written a part: it ends where it should. The words are Markdown already. */
export function link(words: string, url: string): string {
  const address = encodeURI(url.toWellFormed()).replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
  return `[${words}](${address})`
}

/** Text of several lines as a block; the fence is longer than any run of backticks in it. */
export function block(text: string): string {
  const runs = text.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}text\n${text.replace(/\n$/, '')}\n${fence}`
}

/** A table; the cells are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
