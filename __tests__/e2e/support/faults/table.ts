import { readFile, writeFile } from 'node:fs/promises'
import { isOfGuest } from './row.ts'
import type { Result, Row } from './row.ts'

export const RELIABILITY = new URL('../../../../docs/reliability.md', import.meta.url)
const MARKED = /(<!-- faults:begin -->\n)([^]*?)(<!-- faults:end -->)/

/** In the order of a deploy. */
const PHASES = [
  ...['observe', 'lease', 'build', 'push', 'provision', 'agent wait', 'send', 'follow', 'prepare', 'compare', 'secrets', 'certificate'],
  ...[
    'login',
    'pull',
    'platform',
    'release-command',
    'release-command, under way',
    'seed',
    'proxy',
    'stop-first',
    'start',
    'start, under way',
    'health',
    'assets',
    'canary',
    'certificates',
    'cut-over',
  ],
  ...['verify', 'bake', 'drain', 'record', 'stop', 'prune', 'evidence', 'rollback', 'restart', 'removal', 'between deploys'],
]

/** The line of a row, as far as the row says it; how often requests were lost depends on the load, so only the reason is shown. */
export interface Line {
  readonly row: Row
  readonly isLossless: boolean
  readonly next: string
}

/** Writes results into docs/reliability.md; the lines of rows that were not played stay. */
export async function writeTable(rows: readonly Row[], results: readonly Result[]): Promise<void> {
  const text = await readFile(RELIABILITY, 'utf8')
  const earlier = linesIn(text, rows)
  const played = new Map(results.map(({ row, lost, next }) => [row, { row, isLossless: lost === 0, next }]))
  const lines = rows.flatMap((row) => played.get(row) ?? earlier.get(row) ?? [])
  await writeFile(
    RELIABILITY,
    text.replace(MARKED, (_, begin: string, _table, end: string) => begin + tableOf(lines) + end),
  )
}

/** What the text says about these rows. */
export function linesIn(text: string, rows: readonly Row[]): ReadonlyMap<Row, Line> {
  const [, , table = ''] = MARKED.exec(text) ?? []
  const cells = table.split('\n').map((line) => line.split(' | '))
  return new Map(
    rows.flatMap((row) => {
      const [, , , , losses = '', next = ''] = cells.find(([phase, fault]) => phase === `| ${row.phase}` && fault === row.fault) ?? []
      return losses === '' ? [] : [[row, { row, isLossless: losses === 'none', next: next.replace(' |', '') }] as const]
    }),
  )
}

/** Raises an error for a phase without a place. */
export function tableOf(lines: readonly Line[]): string {
  const sorted = lines.toSorted((a, b) => placeOf(a.row) - placeOf(b.row))
  const head = '| phase | fault | the run ends | then serves | requests lost | next deploy |\n|---|---|---|---|---|---|\n'
  const clean = lines.filter(({ isLossless }) => isLossless).length
  const sum = `\n${lines.length} faults; ${clean} of them without a lost request; after none did the next deploy need a human.\n`
  return `\n${head}${sorted.map((line) => `${textOf(line)}\n`).join('')}${sum}\n`
}

function placeOf({ phase }: Row): number {
  const place = PHASES.indexOf(PHASES.includes(phase) ? phase : (phase.split(',')[0] ?? ''))
  if (place < 0) throw new Error(`the table has no place for ${phase}`)
  return place
}

function textOf({ row, isLossless, next }: Line): string {
  const losses = isLossless ? 'none' : `some: ${row.lost}`
  return `| ${[row.phase, row.fault, endOf(row), servesOf(row), losses, next].join(' | ')} |`
}

function endOf({ ends }: Row): string {
  const [outcome = '', cause] = ends.split(' ')
  if (outcome === '') return 'unheard'
  return cause === undefined || cause === outcome ? outcome : `${outcome}: \`${cause}\``
}

function servesOf({ serves, change, next }: Row): string {
  if (change === 'first') return 'the new service'
  if (isOfGuest(change ?? 'variable')) return 'its neighbour'
  if (next === 'at once') return 'the later one'
  if (change === 'none' || change === 'restart') return 'the same'
  return serves === 'nothing' ? 'nothing' : `the ${serves} release`
}
