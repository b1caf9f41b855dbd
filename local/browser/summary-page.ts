/** A job summary as a page that looks like GitHub's. */
import { marked } from 'marked'

/** Width in pixels of a job summary on a laptop. */
export const WIDTH = 920

/** Close enough to GitHub's style. */
const STYLE = `
body { margin: 0; padding: 16px 24px; width: ${WIDTH}px; box-sizing: border-box; background: #fff; color: #1f2328;
  font: 14px/1.5 "Segoe UI", "Noto Sans", "Liberation Sans", Helvetica, Arial, sans-serif; overflow-wrap: break-word; }
h2 { font-size: 21px; font-weight: 600; border-bottom: 1px solid #d1d9e0b3; padding-bottom: .3em; margin: 0 0 16px; line-height: 1.25; }
h3 { font-size: 17px; font-weight: 600; margin: 24px 0 16px; line-height: 1.25; }
p, ul, table, details, pre { margin: 0 0 16px; }
ul { padding-left: 2em; } li + li { margin-top: .25em; }
a { color: #0969da; text-decoration: underline; }
code { font: 12px/1.5 "Liberation Mono", "DejaVu Sans Mono", monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; white-space: break-spaces; }
pre { background: #f6f8fa; padding: 16px; border-radius: 6px; overflow: auto; } pre code { background: none; padding: 0; white-space: pre; }
table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; }
th, td { border: 1px solid #d1d9e0; padding: 6px 13px; } th { font-weight: 600; } tr:nth-child(2n) td { background: #f6f8fa; }
pre.mermaid { background: none; padding: 0; text-align: center; } pre.mermaid svg { max-width: 100%; }
summary { cursor: pointer; }
`

/** What draws the diagrams. */
export const MERMAID = {
  version: '11.12.0',
  sha256: '07e37dfa97b337ccc85365d57eddf99b9706f09db3b59b260d0333b23b343c4b',
}

/** `scripts`: HTML at the end, which draws the diagrams. */
export function summaryPage(markdown: string, scripts: string): string {
  const renderer = new marked.Renderer()
  const plain = renderer.code.bind(renderer)
  renderer.code = (token) => (token.lang === 'mermaid' ? `<pre class="mermaid">${escaped(token.text)}</pre>` : plain(token))
  const body = marked.parse(markdown, { renderer, gfm: true, async: false })
  return `<!doctype html><meta charset="utf-8"><style>${STYLE}</style><body>${body}\n${scripts}`
}

/** Draws the diagrams in a browser with access to the internet; without it, they stay text. */
export const DRAWN_ONLINE = `<script src="https://cdn.jsdelivr.net/npm/mermaid@${MERMAID.version}/dist/mermaid.min.js"
  integrity="sha256-${Buffer.from(MERMAID.sha256, 'hex').toString('base64')}" crossorigin="anonymous"></script>
<script>globalThis.mermaid?.initialize({ startOnLoad: true, securityLevel: 'strict' })</script>`

/** A text for HTML or SVG, outside of attributes. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
