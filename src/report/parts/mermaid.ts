/** Bars of a timeline; `start` and `ms` in milliseconds since the timeline's start. */
export interface Lane {
  readonly title: string
  readonly bars: readonly { readonly words: string; readonly start: number; readonly ms: number; readonly ok: boolean }[]
}

/** A timeline whose axis counts seconds. https://mermaid.js.org/syntax/gantt.html */
export function gantt(lanes: readonly Lane[]): string {
  const lines = lanes.flatMap(({ title, bars }) => [
    `  section ${label(title)}`,
    ...bars.map(({ words, start, ms, ok }) => `  ${label(words)} :${ok ? '' : 'crit, '}${whole(start)}, ${whole(start + Math.max(1, ms))}`),
  ])
  // A clock would shift with the reader's time zone, so the axis shows plain seconds.
  return diagram({ gantt: { leftPadding: 90, rightPadding: 30, barHeight: 18 } }, [
    'gantt',
    '  dateFormat x',
    '  axisFormat %s s',
    '  todayMarker off',
    `  tickInterval ${tick(Math.max(...lanes.flatMap(({ bars }) => bars.map(({ start, ms }) => start + ms))))}`,
    ...lines,
  ])
}

/** Marks of an axis that fit beside each other on a phone. */
const MOST_TICKS = 8
const TICKS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => [seconds, `${seconds}second`] as const),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => [minutes * 60, `${minutes}minute`] as const),
]

/** The distance of two marks on an axis of so many milliseconds. */
function tick(length: number): string {
  return TICKS.find(([seconds]) => length <= MOST_TICKS * seconds * 1000)?.[1] ?? '1hour'
}

export interface Bars {
  readonly title: string
  readonly unit: string
  readonly bars: readonly { readonly name: string; readonly value: number }[]
}

/** A bar for each of a few values. https://mermaid.js.org/syntax/xyChart.html */
export function barChart({ title, unit, bars }: Bars): string {
  const highest = Math.max(...bars.map(({ value }) => value))
  const axis = { labelFontSize: 12, titleFontSize: 12 }
  const xyChart = { width: 640, height: 220, titleFontSize: 14, xAxis: axis, yAxis: axis }
  return diagram({ xyChart, themeVariables: { xyChart: { plotColorPalette: '#8c9ce0' } } }, [
    'xychart-beta',
    `  title "${label(title)}"`,
    `  x-axis [${distinct(bars.map(({ name }) => label(name)))
      .map((name) => `"${name}"`)
      .join(', ')}]`,
    `  y-axis "${label(unit)}" 0 --> ${figure(top(highest))}`,
    `  bar [${bars.map(({ value }) => figure(value)).join(', ')}]`,
  ])
}

/** Ends of an axis, within a power of ten, for which Mermaid writes at most eleven marks: for others up to sixteen, one over the other. */
const TOPS = [1, 1.6, 2, 4, 5, 8, 10]

/** Where an axis ends on which the highest bar has its place. */
function top(highest: number): number {
  if (highest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return power * (TOPS.find((one) => one * power >= highest) ?? 10)
}

function diagram(config: object, lines: readonly string[]): string {
  return ['```mermaid', `%%{init: ${JSON.stringify(config)}}%%`, ...lines, '```'].join('\n')
}

/** Characters of a label; more would leave no room for the bars. */
const LONGEST = 70

/**
 * Removes from outside text whatever Mermaid reads as syntax or HTML. A line must not start with a keyword of Mermaid either, such
 * as `click`: bars start with a duration.
 */
function label(text: string): string {
  const harmless = text.replace(new RegExp(String.raw`[^\p{L}\p{N} .,/+()%-]+`, 'gu'), ' ').replace(/%(?=%)/g, '')
  const trimmed = harmless.replace(/ {2,}/g, ' ').trim()
  return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST)}…` : trimmed || '-'
}

const whole = (ms: number): string => String(Math.round(Math.max(0, ms)))

/** Mermaid draws bars with the same name over each other. */
function distinct(names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const earlier = names.slice(0, at).filter((one) => one === name).length
    return earlier === 0 ? name : `${name} (${earlier + 1})`
  })
}

/** Mermaid reads no exponents, which JavaScript writes below a millionth. */
const figure = (value: number): string => (value < 1e-6 ? '0' : String(Number(value.toPrecision(3))))
