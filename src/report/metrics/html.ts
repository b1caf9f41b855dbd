/** Text that is HTML already: made by `html` alone, so that nothing else gets into a page as it is. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[]

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template whose values are text, whatever is in it, unless they come from another template. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: String.raw({ raw: texts.raw }, ...parts.map(textOf)) }
}

function textOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

/** Without what XML knows no spelling for. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .toWellFormed()
}

export const NOTHING = html``

/** A link where the address is one of the web, and its words alone where it is not. */
export function anchor(words: string, url: string): Html {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>` : html`${words}`
}
