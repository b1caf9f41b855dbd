import { html, NOTHING } from './html.ts'
import type { Html } from './html.ts'

export interface Bar {
  readonly name: string
  /** From bottom to top. */
  readonly parts: readonly { readonly kind: 'good' | 'bad' | 'time'; readonly value: number }[]
  /** The bar's value, in words. */
  readonly words: string
}

const [WIDTH, HEIGHT, FLOOR] = [640, 150, 128]

/** Bars as an SVG without a script; each shows its value on hover. Empty if all are zero. */
export function barsChart(title: string, bars: readonly Bar[]): Html {
  const highest = Math.max(0, ...bars.map(totalOf))
  if (highest === 0) return NOTHING
  const room = WIDTH / bars.length
  const shown = bars.map((bar, at) => column(bar, { x: at * room, room, scale: (FLOOR - 16) / highest }))
  return html`<figure>
    <figcaption>${title}</figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
      ${shown}
      <path class="floor" d="M0 ${FLOOR}.5H${WIDTH}" />
    </svg>
  </figure>`
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, { value }) => sum + value, 0)
}

interface Place {
  readonly x: number
  readonly room: number
  /** Pixels per unit. */
  readonly scale: number
}

function column({ name, parts, words }: Bar, { x, room, scale }: Place): Html {
  const [width, middle] = [round(Math.min(48, room * 0.7)), round(x + room / 2)]
  let top = FLOOR
  const rects = parts.map(({ kind, value }) => {
    const height = value * scale
    top -= height
    return html`<rect class="${kind}" x="${round(middle - width / 2)}" y="${round(top)}" width="${width}" height="${round(height)}" />`
  })
  return html`<g><title>${name}: ${words}</title>${rects}<text x="${middle}" y="${HEIGHT - 8}">${name}</text></g>`
}

const round = (value: number): number => Number(value.toFixed(1))
