/** The log and the summary of a run in a terminal: with colours and a progress line, if somebody is looking. */
import { stderr, stdout } from 'node:process'
import { styleText } from 'node:util'
import { unescape } from './runner/runner-files.ts'

const BESIDE = '          '

/** No colours without a terminal: `styleText` asks the stream. */
const paint = (style: 'bold' | 'green' | 'red' | 'yellow' | 'dim', text: string): string => styleText(style, text, { stream: stdout })

/** A line for GitHub's runner as text; empty if the runner would not show it. */
export function shownLine(line: string): string {
  const [, command, words = ''] = /^::([a-z-]+)[^:]*::(.*)$/.exec(line) ?? []
  if (command === 'group') return paint('bold', `        > ${words}`)
  if (command === 'error' || command === 'warning') {
    const text = `${BESIDE}${command.toUpperCase()}: ${unescape(words).replaceAll('\n', `\n${BESIDE}`)}`
    return paint(command === 'error' ? 'red' : 'yellow', text)
  }
  return command || line.trim() === '' ? '' : `${BESIDE}${verdict(line)}`
}

/** A line of Docker's own output in the log of a run. */
const isDockers = (line: string): boolean => /^image │ (?:$|#\d|-{3,}|\s*>|The push refers|[0-9a-f]{12}: |\S+: digest: )/.test(line)

/** Passes lines on; one line stands for all of Docker's, which GitHub folds. */
export function dockerFold(): (line: string) => readonly string[] {
  let folded = false
  return (line) => {
    if (!isDockers(line)) return [line]
    const shown = folded ? [] : ["image │ (Docker's output is left out here)"]
    folded = true
    return shown
  }
}

function verdict(line: string): string {
  if (line.startsWith('✓')) return paint('green', line)
  return line.startsWith('✗') ? paint('red', line) : line
}

/** A claim, and whether it holds. */
export function claimed(claim: string, holds: boolean): string {
  return holds ? `${paint('green', '✓')} ${claim}` : `${paint('red', '✗')} ${claim}`
}

/** The job summary without what a terminal cannot show. */
export function shownSummary(summary: string): string {
  const drawn = summary.replaceAll(/^```mermaid\n[^]*?\n```$/gm, '(GitHub draws a diagram here.)')
  const plain = drawn
    .replaceAll(/<code>(.*?)<\/code>/g, '`$1`')
    .replaceAll('<span>$</span>', '$$')
    .replaceAll(/^<details(?: open)?><summary>(.*?)<\/summary>$/gm, '▸ $1')
    .replaceAll(/\n+<\/details>$/gm, '')
    .replaceAll(/\[([^\]\n]+)\]\([^)\s]+\)/g, '$1')
    .replaceAll(/(?:^\|.*\|\n?)+/gm, aligned)
  return decoded(plain).replaceAll(/^/gm, paint('dim', '        │ '))
}

/** A Markdown table with columns as wide as their cells, and without the line below its head. */
function aligned(markdown: string): string {
  const rows = markdown.trimEnd().split('\n')
  const cells = rows.filter((row) => !/^[| -]+$/.test(row)).map((row) => row.slice(2, -2).split(' | '))
  const widths = (cells[0] ?? []).map((_, column) => Math.max(...cells.map((row) => decoded(row[column] ?? '').length)))
  const padded = (cell: string, column: number): string => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - decoded(cell).length))
  const lines = cells.map((row) => row.map(padded).join('  ').trimEnd())
  return `${lines.join('\n')}${markdown.endsWith('\n') ? '\n' : ''}`
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** Without HTML comments and entities, except those of control characters, which a terminal would obey. */
function decoded(markdown: string): string {
  return markdown
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/&(?:#(\d{1,7})|(amp|lt|gt|quot));/g, (entity, number?: string, name?: string) => {
      if (name !== undefined) return NAMED[name] ?? entity
      const code = Number(number)
      return code < 0x20 || (code >= 0x7f && code < 0xa0) || code > 0x10ffff ? entity : String.fromCodePoint(code)
    })
}

/** The progress line, cut to the width of the terminal: a line that wraps could not be replaced. */
export function progressText(title: string, { seconds, columns }: { readonly seconds: number; readonly columns: number }): string {
  const [begin, end] = [`${BESIDE}… ${title}`, `, ${seconds} s`]
  const room = columns - 1 - end.length
  return `${begin.length > room ? `${begin.slice(0, Math.max(0, room - 1))}…` : begin}${end}`
}

/** Without a terminal that says its width. */
const COLUMNS = 80

/** Keeps a line with the elapsed seconds below the log, and returns a function that ends it. Does nothing without a terminal. */
export function progressLine(title: string): { readonly clear: () => void; readonly end: () => void } {
  if (!stderr.isTTY) return { clear: () => undefined, end: () => undefined }
  const since = Date.now()
  const clear = (): void => void stderr.write('\r\u001B[K')
  const show = (): void => {
    const seconds = Math.round((Date.now() - since) / 1000)
    stderr.write(`\r\u001B[K${progressText(title, { seconds, columns: stderr.columns || COLUMNS })}`)
  }
  const timer = setInterval(show, 1000)
  return {
    clear,
    end() {
      clearInterval(timer)
      clear()
    },
  }
}
