// Writes how many requests a canary needs for a difference to be seen: the table in docs/canary.md, and the curves in docs/canary-power.svg.
import { readFileSync, writeFileSync } from 'node:fs'
import { escaped } from '../../local/browser/summary-page.ts'
import { play, randomFrom } from './canary-simulation.ts'
import type { Behaviour, Play } from './canary-simulation.ts'

/** A difference between the two releases. */
interface Difference {
  readonly name: string
  readonly baseline: Behaviour
  readonly canary: Behaviour
  /** Requests of the canary between two observations: fewer for a difference that is seen soon. */
  readonly pace: number
}

const errors = (baseline: number, canary: number, pace: number): Difference => ({
  name: `${baseline * 100}% 5xx → ${canary * 100}%`,
  baseline: { errors: baseline, median: 0.045 },
  canary: { errors: canary, median: 0.045 },
  pace,
})

const slower = (name: string, factor: number, pace: number): Difference => ({
  name,
  baseline: { errors: 0, median: 0.045 },
  canary: { errors: 0, median: 0.045 * factor },
  pace,
})

const DIFFERENCES: readonly Difference[] = [
  errors(0, 1, 5),
  errors(0.001, 0.1, 5),
  errors(0.001, 0.05, 5),
  errors(0.001, 0.02, 10),
  errors(0.001, 0.01, 25),
  errors(0.01, 0.05, 10),
  errors(0.01, 0.02, 100),
  slower('50 ms on average → 150 ms', 3, 5),
  slower('50 ms → 75 ms', 1.5, 5),
  slower('50 ms → 62 ms', 1.25, 10),
]
const SHARES = [10, 50] as const
const CANARIES = 100
/** Observations; no canary is played for longer. */
const LENGTH = 500
const DOC = new URL('../../docs/canary.md', import.meta.url)
const PLOT = new URL('../../docs/canary-power.svg', import.meta.url)

/** For each share: after how many requests each of the canaries was called bad, ascending; Infinity for one that never was. */
interface Seen {
  readonly name: string
  readonly requests: readonly (readonly number[])[]
}

export function measure(): readonly Seen[] {
  return DIFFERENCES.map((difference) => ({
    name: difference.name,
    requests: SHARES.map((share) => playAll({ ...difference, share, length: LENGTH })),
  }))
}

function playAll(playing: Play): readonly number[] {
  const random = randomFrom(11)
  return Array.from({ length: CANARIES }, () => play(playing, random) ?? Infinity).toSorted((a, b) => a - b)
}

export function withTable(text: string, seen: readonly Seen[]): string {
  const marked = /(<!-- power:begin -->\n)[^]*?(<!-- power:end -->)/
  if (!marked.test(text)) throw new Error('docs/canary.md has no marks power:begin and power:end')
  return text.replace(marked, (_, begin: string, end: string) => `${begin}\n${tableOf(seen)}\n\n${end}`)
}

function tableOf(seen: readonly Seen[]): string {
  const head = ['Difference', ...SHARES.flatMap((share) => [`at ${share}%: half seen after`, `nine of ten after`])]
  const rows = seen.map(({ name, requests }) => [name, ...requests.flatMap((sorted) => [quantile(sorted, 0.5), quantile(sorted, 0.9)])])
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function quantile(sorted: readonly number[], q: number): string {
  const value = sorted[Math.ceil(q * sorted.length) - 1] ?? Infinity
  return value === Infinity ? 'not seen' : String(value)
}

const WIDTH = 760
const HEIGHT = 380
const LEFT = 60
const BOTTOM = 330
const RIGHT = 510
const TOP = 40
const COLOURS = ['#0b5fff', '#d1242f', '#1a7f37', '#8250df', '#bf8700', '#0aa5b0', '#57606a', '#e85aad', '#7a4a1e', '#000000']
const DECADES = [1, 2, 3, 4] as const

/** The share of bad canaries that were taken back, by the number of requests that the canary had answered, at a share of 10%. */
export function plot(seen: readonly Seen[]): string {
  const x = (requests: number): number => LEFT + ((Math.log10(requests) - 1) / 3.2) * (RIGHT - LEFT)
  const y = (share: number): number => BOTTOM - share * (BOTTOM - TOP)
  const curves = seen.map(({ requests }, at) => curve(requests[0] ?? [], { x, y, colour: COLOURS[at] ?? '#000' }))
  const legend = seen.map(({ name }, at) => {
    const height = TOP + 10 + at * 24
    return `<path d="M${RIGHT + 20} ${height}h22" stroke="${COLOURS[at]}" stroke-width="2.5"/><text x="${RIGHT + 50}" y="${height + 4}">${escaped(name)}</text>`
  })
  const grid = [
    ...DECADES.map((decade) => {
      const at = x(10 ** decade)
      return `<path d="M${at.toFixed(1)} ${TOP}V${BOTTOM}" class="grid"/><text x="${at.toFixed(1)}" y="${BOTTOM + 18}" text-anchor="middle">${10 ** decade}</text>`
    }),
    ...[0, 0.5, 0.9, 1].map(
      (share) =>
        `<path d="M${LEFT} ${y(share).toFixed(1)}H${RIGHT}" class="grid"/><text x="${LEFT - 8}" y="${(y(share) + 4).toFixed(1)}" text-anchor="end">${share * 100}%</text>`,
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="system-ui, sans-serif" font-size="12" fill="#57606a">
<style>.grid{stroke:#d0d7de;stroke-width:1}</style>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>
<text x="${LEFT}" y="22" font-size="14" fill="#24292f">Bad canaries taken back, by the requests that they had answered (share 10%)</text>
${grid.join('\n')}
${curves.join('\n')}
${legend.join('\n')}
<text x="${(LEFT + RIGHT) / 2}" y="${HEIGHT - 12}" text-anchor="middle">requests of the canary</text>
</svg>
`
}

interface Axes {
  readonly x: (requests: number) => number
  readonly y: (share: number) => number
  readonly colour: string
}

function curve(sorted: readonly number[], { x, y, colour }: Axes): string {
  const known = sorted.filter((requests) => requests !== Infinity)
  const steps = known.flatMap((requests, at) => (known[at + 1] === requests ? [] : [{ requests, share: (at + 1) / sorted.length }]))
  const points = steps.map(({ requests, share }) => `H${x(requests).toFixed(1)}V${y(share).toFixed(1)}`)
  return `<path d="M${LEFT} ${BOTTOM}${points.join('')}" fill="none" stroke="${colour}" stroke-width="2.5"/>`
}

if (import.meta.main) {
  const seen = measure()
  writeFileSync(DOC, withTable(readFileSync(DOC, 'utf8'), seen))
  writeFileSync(PLOT, plot(seen))
}
