import { readFile, writeFile } from 'node:fs/promises'
import type { Result, Row } from './row.ts'

const FILE = new URL('../../../../docs/reliability.md', import.meta.url)
const MARKED = /(<!-- faults:begin -->\n)[^]*?(<!-- faults:end -->)/

/** In the order of a deploy. */
const PHASES = [
  ...['observe', 'lease', 'build', 'push', 'provision', 'agent wait', 'send', 'follow', 'prepare', 'login', 'pull', 'proxy', 'start'],
  ...['start, under way', 'health', 'assets', 'cut-over', 'verify', 'bake', 'drain', 'record', 'stop', 'prune', 'between deploys'],
]

/** Writes the faults' results into docs/reliability.md. */
export async function writeTable(results: readonly Result[]): Promise<void> {
  const text = await readFile(FILE, 'utf8')
  if (!MARKED.test(text)) throw new Error('docs/reliability.md has no lines to write between')
  await writeFile(
    FILE,
    text.replace(MARKED, (_, begin: string, end: string) => begin + tableOf(results) + end),
  )
}

export function tableOf(results: readonly Result[]): string {
  const sorted = results.toSorted((a, b) => PHASES.indexOf(a.row.phase) - PHASES.indexOf(b.row.phase))
  const head = '| phase | fault | the run ends | then serves | requests lost | next deploy |\n|---|---|---|---|---|---|\n'
  const clean = results.filter(({ lost }) => lost === 0).length
  const sum = `\n${results.length} faults; ${clean} of them without a lost request; after none did the next deploy need a human.\n`
  return `\n${head}${sorted.map((result) => `${line(result)}\n`).join('')}${sum}\n`
}

function line({ row, lost, next }: Result): string {
  const losses = lost === 0 ? '0' : `${lost}: ${row.lost}`
  return `| ${[row.phase, row.fault, endOf(row), servesOf(row), losses, next].join(' | ')} |`
}

function endOf({ ends }: Row): string {
  const [outcome = '', cause] = ends.split(' ')
  if (outcome === '') return 'unheard'
  return cause === undefined || cause === outcome ? outcome : `${outcome}: \`${cause}\``
}

function servesOf({ serves, change, next }: Row): string {
  if (change === 'first') return 'the new service'
  if (next === 'at once') return 'the later one'
  if (change === 'none') return 'the same'
  return serves === 'nothing' ? 'nothing' : `the ${serves} release`
}
