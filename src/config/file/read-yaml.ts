import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { ErrorCode, Node, Pair, YAMLError } from 'yaml'
import type { Entry, Mapping, Position, Scalar, Value } from '../../domain/field/value.ts'

export interface ReadYaml {
  readonly content: Mapping
  /** If there are any, ignore the content. */
  readonly wrong: readonly WrongYaml[]
}

interface WrongYaml {
  readonly message: string
  readonly at: Position
}

const START: Position = { line: 1, column: 1 }
const EMPTY: Mapping = { kind: 'map', entries: [], at: START }

/** In characters. An order to a host takes a quarter of that. */
const LARGEST = 256 * 1024

/** Replaces messages of the parser that mention its API or its stack. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'a second YAML document; the file must have only one',
  BLOCK_AS_IMPLICIT_KEY: 'a value with more lines below it; is the next line indented too far, or a text with `: ` not quoted?',
  MULTILINE_IMPLICIT_KEY: 'a line that is not `name: value`',
  NON_STRING_KEY: 'a name that is a list or a map',
  RESOURCE_EXHAUSTION: 'nested too deeply',
}

/** Reads YAML 1.2. Refuses aliases and tags, so that every value is visible where it counts. An empty text is an empty map. */
export function readYaml(text: string): ReadYaml {
  if (text.length > LARGEST) return unusable([{ message: `larger than ${LARGEST / 1024} KiB`, at: START }])
  const { document, position } = parsed(text)
  const undecoded = text.indexOf('\uFFFD')
  if (undecoded >= 0) return unusable([{ message: 'a byte that is not UTF-8; save the file as UTF-8', at: position(undecoded) }])
  const syntax = oneAtAPlace([...document.errors, ...document.warnings]).map(({ code, message, pos: [offset] }) => ({
    message: WORDS[code] ?? message,
    at: position(offset),
  }))
  if (document.contents === null || syntax.length > 0) return unusable(syntax)
  const wrong: WrongYaml[] = []
  const content = converted(document.contents, { position, wrong })
  return content.kind === 'map' ? { content, wrong } : unusable([...wrong, { message: 'expected a map of inputs', at: content.at }])
}

function unusable(wrong: readonly WrongYaml[]): ReadYaml {
  return { content: EMPTY, wrong }
}

/** Without the parser's own check for repeated names: it compares each name with all others, which takes minutes for a large map. */
function parsed(text: string) {
  const lineCounter = new LineCounter()
  const options = { lineCounter, prettyErrors: false, schema: 'core', stringKeys: true, uniqueKeys: false } as const
  const document = parseDocument(text, options)
  const position = (offset: number): Position => {
    const { line, col: column } = lineCounter.linePos(offset)
    return { line, column }
  }
  return { document, position }
}

/** The first message at each position: further ones there only follow from the same mistake. */
function oneAtAPlace(errors: readonly YAMLError[]): readonly YAMLError[] {
  const places = new Map<number, YAMLError>()
  for (const error of errors) if (!places.has(error.pos[0])) places.set(error.pos[0], error)
  return [...places.values()]
}

interface Conversion {
  readonly position: (offset: number) => Position
  /** Collects problems. */
  readonly wrong: WrongYaml[]
}

function converted(node: Node, conversion: Conversion): Value {
  const at = conversion.position(node.range?.[0] ?? 0)
  const refuse = (message: string): void => void conversion.wrong.push({ message, at })
  if (isAlias(node)) refuse('an alias; write the value out')
  else if (node.tag !== undefined) refuse(`the tag ${node.tag}; write the value without it`)
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => converted(item as Node, conversion)), at }
  if (isMap(node))
    return {
      kind: 'map',
      entries: eachOnce(
        node.items.map((pair) => entryOf(pair, conversion)),
        conversion,
      ),
      at,
    }
  const scalar = scalarOf(isScalar(node) ? node : { value: null }, at)
  const impossible = whyImpossible(scalar.text)
  if (impossible !== undefined) refuse(impossible)
  return scalar
}

/** Why no value of the file can be this text. Nobody means an expression literally: it would reach the container as it is. */
function whyImpossible(text: string): string | undefined {
  if (text.includes('\0')) return 'a NUL character, which is never valid'
  if (!text.isWellFormed()) return 'half of a surrogate pair, which is not a character'
  return text.includes('${{')
    ? 'an expression, which GitHub evaluates only in a workflow; set this in the `with:` block of a step'
    : undefined
}

function eachOnce(entries: readonly Entry[], { wrong }: Conversion): readonly Entry[] {
  const names = new Set<string>()
  for (const { key, at } of entries) {
    if (names.has(key)) wrong.push({ message: `${/^[\w.-]+$/.test(key) ? key : JSON.stringify(key)}: a repeated name`, at })
    names.add(key)
  }
  return entries
}

function entryOf({ key, value }: Pair, conversion: Conversion): Entry {
  const { text, at } = converted(key as Node, conversion) as Scalar
  return { key: text, at, value: value === null ? { ...NOTHING, at } : converted(value as Node, conversion) }
}

const NOTHING = { kind: 'scalar', type: 'nothing', text: '' } as const

/** A number keeps its spelling: `1.10` is not 1.1, and an account id can start with a zero. */
function scalarOf({ value, source }: { readonly value: unknown; readonly source?: string }, at: Position): Scalar {
  switch (typeof value) {
    case 'string':
      return { kind: 'scalar', type: 'text', text: value, at }
    case 'boolean':
      return { kind: 'scalar', type: 'boolean', text: source ?? String(value), at }
    case 'number':
    case 'bigint':
      return { kind: 'scalar', type: 'number', text: source ?? String(value), at }
    default:
      return { ...NOTHING, at }
  }
}
