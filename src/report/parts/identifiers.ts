import { FACTS } from '../../config/step/facts.ts'
import { COMMANDS } from '../../domain/command.ts'

/** Inputs whose names are also plain English. */
const ENGLISH: readonly string[] = ['read-only']

/** What an input can be told to be, in a text. */
const VALUE = String.raw`true|false|none|https?|h2c|\d\w*|[a-z]\w*\.\w+|${COMMANDS.join('|')}`

/** Characters of the longest identifier, and of the longest list of inputs. Without a limit, a hostile text would be read once for each of its words. */
const LONGEST = 300

/** What a reader copies or looks up: permissions, commits, releases, images and resources of AWS; and each word, which may be the name of an input. */
const PATTERN = new RegExp(
  [
    '`[^`\n]*`',
    String.raw`\b(?:actions|attestations|contents|deployments|id-token|issues|packages|pull-requests): (?:read|write)\b`,
    String.raw`(?<=\bcommit )[0-9a-f]{7,40}\b`,
    String.raw`(?<![\w./-])[0-9a-f]{8}-[0-9a-f]{8}\b(?![\w-])`,
    String.raw`(?<![\w./@-])(?:[\w.:/-]{1,${LONGEST}}@)?sha256:[0-9a-f]{12,64}\b`,
    String.raw`(?<![\w./-])[\w./-]{1,${LONGEST}}:[0-9a-f]{40}(?:-[0-9a-f]{12})?(?![\w-])`,
    String.raw`(?<![\w/-])(?:i|ami|sg|vpc|subnet|eipalloc|vol)-[0-9a-f]{8,17}\b`,
    String.raw`(?<![\w./-])(?<word>[a-z]+(?:-[a-z]+)*)(?:: (?<value>${VALUE})(?![\w-])|(?![\w/-]))`,
  ].join('|'),
  'g',
)

/** Puts backticks around the identifiers in a text, and shortens digests and the tags of commits: the outputs and the log have the whole ones. */
export function quoteIdentifiers(text: string): string {
  // A single backtick would pair up with one of these.
  if ((text.split('`').length - 1) % 2 === 1) return text
  return text.replace(PATTERN, (found, ...rest: unknown[]) => {
    const [offset, { word, value }] = [rest.at(-3), rest.at(-1)] as [number, Readonly<Record<string, string | undefined>>]
    const isSaid = (): boolean => value !== undefined || AFTER_INPUT.test(text.slice(Math.max(0, offset - LONGEST), offset))
    const isCode = word === undefined ? !found.startsWith('`') : isNamed(word, isSaid)
    return isCode ? `\`${shortened(found)}\`` : found
  })
}

/** Text before a word that makes it the name of an input. */
const AFTER_INPUT = /\binputs? (?:[a-z-]+(?:, | and | or ))*$/

/** Whether a word means an input. `isSaid`: the text around it says so. */
function isNamed(word: string, isSaid: () => boolean): boolean {
  return Object.hasOwn(FACTS, word) && ((word.includes('-') && !ENGLISH.includes(word)) || isSaid())
}

function shortened(name: string): string {
  return name.replace(/(sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1').replace(/(:[0-9a-f]{8})[0-9a-f]{32}(?=$|-)/, '$1…')
}

/** Makes links of the action's own files that a Markdown text names, such as `docs/permissions.md`. `address`: the web address of a path. */
export function linkFiles(markdown: string, address: (path: string) => string): string {
  return markdown.replace(/(?<![\w./-])(?:docs|examples)\/[\w/-]+\.(?:md|ya?ml)\b/g, (path) => `[${path}](${address(path)})`)
}
