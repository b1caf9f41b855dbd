import { stripVTControlCharacters } from 'node:util'
import { UNSEEN } from '../../domain/text.ts'
import { quoteIdentifiers } from './identifiers.ts'

/** Nothing in such a text is hidden, so most texts need no pattern with Unicode properties, which is slow to build. */
const PLAIN_ASCII = /^[\t\n\r -~]*$/
/** Not the joiners, which scripts and emoji need. */
const hidden = (): RegExp => new RegExp(String.raw`(?![\t\n\r\u200C\u200D])${UNSEEN.source}`, 'gu')

/** Text without terminal codes, in which each other character is visible: what a reader sees is what is there. */
export function visible(text: string): string {
  const written = stripVTControlCharacters(text)
  return PLAIN_ASCII.test(written) ? written : written.replace(hidden(), '\uFFFD')
}

function escaped(text: string): string {
  return visible(text.replace(/[\r\n]+/g, ' '))
    .replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
    .replace(/[\\`*_{}[\]()#+!|~@]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/**
 * Makes outside text safe for a table cell or a line of prose: it shows literally, formats nothing, and mentions nobody. GitHub looks for
 * mentions after it has read the entities, so an empty comment splits them, which nobody copies with the text:
 * https://github.com/github/cmark-gfm/issues/181. Between two dollar signs, GitHub would see a formula, except in tags of their own:
 * https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
 */
export function plain(text: string): string {
  return escaped(text)
    .replace(/&#64;(?=\w)/g, '$&<!-- -->')
    .replaceAll('$', '<span>$&</span>')
}

/** Outside text as inline code. GitHub looks for no mentions in code. */
export function code(text: string): string {
  return text === '' ? '' : `<code>${escaped(text)}</code>`
}

/** Outside text as inline code, with shortened digests that still identify images: the outputs have the whole ones. */
export function shortCode(text: string): string {
  return code(text.replace(/\bsha256:([0-9a-f]{12})[0-9a-f]{52}\b/g, 'sha256:$1'))
}

/** A folded section. The title and the body are already Markdown or HTML. */
export function fold(title: string, body: string, open = false): string {
  return `<details${open ? ' open' : ''}><summary>${title}</summary>\n\n${body}\n\n</details>`
}

/** How many items of a list are seen at once. */
const SEEN = 30

/** A list; the end of a long one is folded. The items are already Markdown. */
export function list(items: readonly string[]): string {
  const [seen, more] = [items.slice(0, SEEN), items.slice(SEEN)].map((part) => part.map((item) => `- ${item}`).join('\n'))
  return paragraphs([seen ?? '', more ? fold(`${items.length - SEEN} more`, more) : ''])
}

/** Joins the non-empty parts as paragraphs. */
export function paragraphs(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

/** A sentence in which identifiers become code, and what is in backticks. */
export function prose(text: string): string {
  return ticked(quoteIdentifiers(text))
}

/** A sentence whose parts in backticks become code. */
export function ticked(text: string): string {
  return text.replace(/`([^`\n]+)`|[^`]+|`/g, (part, inner?: string) => (inner === undefined ? plain(part) : code(inner)))
}

/** A link whose address may come partly from outside; it cannot break out of the link. What is encoded already stays. The words are already Markdown. */
export function link(words: string, url: string): string {
  const encoded = encodeURI(url.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, '%')
  const address = encoded.replace(/[()]/g, (sign) => (sign === '(' ? '%28' : '%29'))
  return `[${words}](${address})`
}

/** Multiline text as a code block; the fence is longer than any run of backticks in it. */
export function block(text: string): string {
  const shown = visible(text)
  const runs = shown.match(/`+/g) ?? []
  const fence = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)))
  return `${fence}text\n${shown.replace(/\n$/, '')}\n${fence}`
}

/** A table; the cells are already Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** Cuts Markdown after a whole line, and closes what is open there. `letters`: how many stay at most; `rest`: a sentence on what is missing. */
export function cut(text: string, { letters, rest }: { readonly letters: number; readonly rest: string }): string {
  if (text.length <= letters) return text
  const kept = text.slice(0, text.lastIndexOf('\n', letters))
  const fence = openFence(kept)
  const folded = kept.lastIndexOf('<details') > kept.lastIndexOf('</details>') ? '\n\n</details>' : ''
  return `${kept}${fence === '' ? '' : `\n${fence}`}${folded}\n\n${rest}`
}

/** The last whole lines of a text; at least the last one, of which the end can be missing. */
export function cutStart(text: string, letters: number): string {
  if (text.length <= letters) return text
  const start = text.indexOf('\n', text.length - letters - 1)
  return start < 0 ? text.slice(text.lastIndexOf('\n') + 1).slice(0, letters) : text.slice(start + 1)
}

/** GitHub's limit of a comment is 65,536 characters, and a marker comes before the text. */
export function cutComment(text: string): string {
  return cut(text, { letters: 60_000, rest: "The rest is in the job's summary." })
}

/** The fence of the block in which a text ends; empty outside of blocks. */
function openFence(text: string): string {
  return [...text.matchAll(/^(`{3,})(\w*)$/gm)].reduce((open, [, fence = '', info = '']) => {
    if (open === '') return fence
    return info === '' && fence.length >= open.length ? '' : open
  }, '')
}
