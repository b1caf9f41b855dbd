import { FACTS } from '../../config/step/facts.ts'
import { COMMANDS } from '../../domain/command.ts'

/** Inputs whose names are also plain English. */
const ENGLISH: readonly string[] = ['read-only']

/** What a reader copies or looks up: names of inputs, also with a value, and of releases, images, commits, and resources of AWS. */
function identifiers(): readonly string[] {
  const names = Object.keys(FACTS)
  const input = names.join('|')
  const hyphenated = names.filter((name) => name.includes('-') && !ENGLISH.includes(name)).join('|')
  const value = String.raw`true|false|none|https?|h2c|\d\w*|[a-z]\w*\.\w+|${COMMANDS.join('|')}`
  return [
    String.raw`(?<![\w./-])(?:${input}): (?:${value})(?![\w-])`,
    String.raw`(?<![\w./-])(?:${hyphenated})(?![\w/-])`,
    String.raw`(?<=\binputs? (?:[a-z-]+(?:, | and | or ))*)(?:${input})(?![\w/-])`,
    String.raw`\b(?:actions|attestations|contents|deployments|id-token|issues|packages|pull-requests): (?:read|write)\b`,
    String.raw`(?<=\bcommit )[0-9a-f]{7,40}\b`,
    String.raw`(?<![\w./-])[0-9a-f]{8}-[0-9a-f]{8}\b(?![\w-])`,
    String.raw`(?<![\w./@-])(?:[\w.:/-]+@)?sha256:[0-9a-f]{12,64}\b`,
    String.raw`(?<![\w/-])(?:i|ami|sg|vpc|subnet|eipalloc|vol)-[0-9a-f]{8,17}\b`,
  ]
}

let built: RegExp | undefined
/** Built when it is first needed: most runs have nothing to show until their end. */
const pattern = (): RegExp => (built ??= new RegExp(['`[^`\n]*`', ...identifiers().map((one) => `(?:${one})`)].join('|'), 'g'))

/** Puts backticks around the identifiers in a text, and shortens digests: the outputs and the log have the whole ones. */
export function quoteIdentifiers(text: string): string {
  // A single backtick would pair up with one of these.
  if ((text.split('`').length - 1) % 2 === 1) return text
  return text.replace(pattern(), (found) => (found.startsWith('`') ? found : `\`${shortened(found)}\``))
}

function shortened(name: string): string {
  return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1')
}

/** Makes links of the action's own files that a Markdown text names, such as `docs/permissions.md`. `address`: the web address of a path. */
export function linkFiles(markdown: string, address: (path: string) => string): string {
  return markdown.replace(/(?<![\w./-])(?:docs|examples)\/[\w/-]+\.(?:md|ya?ml)\b/g, (path) => `[${path}](${address(path)})`)
}
