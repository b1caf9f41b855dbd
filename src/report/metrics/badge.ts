import { html } from './html.ts'

/** Average width of Verdana's letters at 11 pixels; the browser stretches the text to exactly this width. */
const LETTER = 6.6
/** Pixels on both sides of a text together. */
const PADDING = 12

interface Badge {
  readonly label: string
  readonly value: string
  /** Grey without a number. */
  readonly known: boolean
}

/** A badge as a self-contained SVG. */
export function badge({ label, value, known }: Badge): string {
  const [left, right] = [widthOf(label), widthOf(value)]
  const width = left + right
  const words = `${label}: ${value}`
  const text = (content: string, [from, space]: readonly [number, number]) =>
    html`<text x="${from + space / 2}" y="14" textLength="${space - PADDING}" lengthAdjust="spacingAndGlyphs">${content}</text>`
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${words}">
    <title>${words}</title>
    <clipPath id="r"><rect width="${width}" height="20" rx="3" /></clipPath>
    <g clip-path="url(#r)">
      <rect width="${left}" height="20" fill="#444" />
      <rect x="${left}" width="${right}" height="20" fill="${known ? '#3553a5' : '#6b6b6b'}" />
    </g>
    <g fill="#fff" text-anchor="middle" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">
      ${text(label, [0, left])}${text(value, [left, right])}
    </g>
  </svg> `.html
}

function widthOf(text: string): number {
  return Math.round([...text].length * LETTER + PADDING)
}
