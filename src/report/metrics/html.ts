/** Finished HTML. Only `html` creates it, so that no unescaped text gets into a page. */
export interface Html {
  readonly html: string
}

type Part = string | number | Html | readonly Html[]

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** A template that escapes its values, unless they come from another template. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return { html: String.raw({ raw: texts.raw }, ...parts.map(textOf)) }
}

function textOf(part: Part): string {
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part))
  return 'html' in part ? part.html : part.map((one) => one.html).join('')
}

/** Removes characters that XML does not allow. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign)
    .replace(/[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .toWellFormed()
}

export const NOTHING = html``

/** A link if the address is a web address, otherwise only its text. */
export function anchor(words: string, url: string): Html {
  return /^https?:\/\//.test(url) ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>` : html`${words}`
}
