import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { ErrorCode, Node, Pair, YAMLError } from 'yaml'
import type { Entry, Position, Scalar, Value } from '../../domain/field/value.ts'

export interface ReadYaml {
  readonly content: Value
  /** If there are any, ignore the content. */
  readonly wrong: readonly WrongYaml[]
}

interface WrongYaml {
  readonly message: string
  readonly at: Position
}

const START: Position = { line: 1, column: 1 }
const EMPTY: Value = { kind: 'map', entries: [], at: START }

/** In characters. An order to a host takes a quarter of that, and the parser's time grows with its square. */
const LARGEST = 256 * 1024

/** Replaces messages of the parser that mention its API or its stack. */
const WORDS: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'a second YAML document; the file must have only one',
  BLOCK_AS_IMPLICIT_KEY: 'a value with more lines below it; is the next line indented too far, or a text with `: ` not quoted?',
  MULTILINE_IMPLICIT_KEY: 'a line that is not `name: value`',
  RESOURCE_EXHAUSTION: 'nested too deeply',
}

/** Reads YAML 1.2. Refuses aliases and tags, so that every value is visible where it counts. An empty text is an empty map. */
export function readYaml(text: string): ReadYaml {
  if (text.length > LARGEST) return { content: EMPTY, wrong: [{ message: `larger than ${LARGEST / 1024} KiB`, at: START }] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', stringKeys: true })
  const position = (offset: number): Position => {
    const { line, col: column } = lines.linePos(offset)
    return { line, column }
  }
  const syntax = oneAtAPlace([...document.errors, ...document.warnings]).map(({ code, message, pos: [offset] }) => ({
    message: code === 'DUPLICATE_KEY' ? `${nameAt(text, offset)}: a repeated name` : (WORDS[code] ?? message),
    at: position(offset),
  }))
  if (document.contents === null || syntax.length > 0) return { content: EMPTY, wrong: syntax }
  const wrong: WrongYaml[] = []
  return { content: converted(document.contents, { position, wrong }), wrong }
}

/** The name that starts at this position, as the file spells it. */
function nameAt(text: string, offset: number): string {
  return /^(?:"[^"\n]*"|'[^'\n]*'|[^:\s]+)/.exec(text.slice(offset))?.[0] ?? ''
}

/** The first message at each position: further ones there only follow from the same mistake. */
function oneAtAPlace(errors: readonly YAMLError[]): readonly YAMLError[] {
  return errors.filter(({ pos: [offset] }, index) => errors.findIndex(({ pos: [other] }) => other === offset) === index)
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
  if (isMap(node)) return { kind: 'map', entries: node.items.map((pair) => entryOf(pair, conversion)), at }
  const scalar = scalarOf(isScalar(node) ? node : { value: null }, at)
  if (scalar.text.includes('\0')) refuse('a NUL character, which is never valid')
  return scalar
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
