/** Bars of a timeline; `start` and `ms` in milliseconds since its beginning. */
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
  // The zone of who reads it must not move the axis, so it has the seconds as they are, and no clock.
  return diagram({ gantt: { leftPadding: 90, barHeight: 18 } }, [
    'gantt',
    '  dateFormat x',
    '  axisFormat %s s',
    '  todayMarker off',
    ...lines,
  ])
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
  const xyChart = { width: 640, height: 200, titleFontSize: 14, xAxis: axis, yAxis: axis }
  return diagram({ xyChart, themeVariables: { xyChart: { plotColorPalette: '#8c9ce0' } } }, [
    'xychart-beta',
    `  title "${label(title)}"`,
    `  x-axis [${bars.map(({ name }) => `"${label(name)}"`).join(', ')}]`,
    `  y-axis "${label(unit)}" 0 --> ${figure(highest === 0 ? 1 : highest * 1.1)}`,
    `  bar [${bars.map(({ value }) => figure(value)).join(', ')}]`,
  ])
}

function diagram(config: object, lines: readonly string[]): string {
  return ['```mermaid', `%%{init: ${JSON.stringify(config)}}%%`, ...lines, '```'].join('\n')
}

const LONGEST = 70

/**
 * Text from outside, in which nothing is left that Mermaid reads as its own syntax, or as HTML. What begins a line must not be a word of Mermaid's, such
 * as `click`, either: bars begin with a duration.
 */
function label(text: string): string {
  const harmless = text.replace(/[^\p{L}\p{N} .,/+()%-]+/gu, ' ').replace(/%(?=%)/g, '')
  const trimmed = harmless.replace(/ {2,}/g, ' ').trim()
  return trimmed.length > LONGEST ? `${trimmed.slice(0, LONGEST)}…` : trimmed || '-'
}

const whole = (ms: number): string => String(Math.round(Math.max(0, ms)))

const figure = (value: number): string => String(Number(value.toPrecision(3)))
