import type { Document, Node, ParsedNode } from 'yaml'
import type { Position, Scalar, Value } from '../domain/value.ts'
import type { ConfigSource } from '../ports/config-source.ts'
import { INPUTS } from '../inputs.ts'
import { attempt } from './problem.ts'
import type { Problem } from './problem.ts'
import { stepText } from './step.ts'

export const DEFAULT_PATH = '.github/docker-to-ec2.yml'

/** The configuration file as it was read, or why it was not. */
export interface ConfigFile {
  readonly path: string
  /** An empty map where there are problems. */
  readonly content: Value
  readonly problems: readonly Problem[]
}

/** The file that `config` names, or the default one where it exists. */
export async function findConfigFile(env: NodeJS.ProcessEnv, source: ConfigSource): Promise<ConfigFile | undefined> {
  const asked = attempt(() => INPUTS.config.parse(stepText(env, 'config') ?? ''))
  // Of a wrong path the inputs tell.
  if ('faults' in asked || asked.value === 'none') return undefined
  const path = asked.value ?? DEFAULT_PATH
  const found = await source.read(path)
  switch (found.kind) {
    case 'found':
      return parseConfig(path, found.text)
    case 'missing':
      return asked.value === undefined ? undefined : unread(path, [{ input: 'config', message: `there is no ${path} ${found.where}` }])
    case 'unknown': {
      const message = `cannot tell whether there is a ${path}: ${found.reason}. Check out the repository first, give the job contents: read, or set config: none`
      return unread(path, [{ input: 'config', message }])
    }
  }
}

const NOTHING: Value = { kind: 'map', entries: [], at: { line: 1, column: 1 } }

function unread(path: string, problems: readonly Problem[]): ConfigFile {
  return { path, content: NOTHING, problems }
}

/** Reads YAML 1.2. Aliases and tags are refused: what a value means is to be seen where it stands. */
export async function parseConfig(path: string, text: string): Promise<ConfigFile> {
  const { LineCounter, parseDocument } = await import('yaml')
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, schema: 'core', stringKeys: true })
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const wrong = [...document.errors, ...document.warnings]
  if (wrong.length > 0) {
    return unread(
      path,
      wrong.map(({ message, pos: [offset] }) => ({ input: '', message, at: { path, ...position(offset) } })),
    )
  }
  const problems: Problem[] = []
  const refuse = (at: Position, message: string): void => void problems.push({ input: '', message, at: { path, ...at } })
  const content = await valueOf(document, { position, refuse })
  return problems.length > 0 ? unread(path, problems) : { path, content, problems }
}

interface Reading {
  readonly position: (offset: number) => Position
  readonly refuse: (at: Position, message: string) => void
}

async function valueOf(document: Document.Parsed, { position, refuse }: Reading): Promise<Value> {
  const { isAlias, isMap, isScalar, isSeq } = await import('yaml')
  const convert = (node: Node | null): Value => {
    const at = position(node?.range?.[0] ?? 0)
    if (isAlias(node)) refuse(at, 'an alias; write the value out')
    else if (node?.tag !== undefined) refuse(at, `the tag ${node.tag}; write the value without it`)
    if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => convert(item as ParsedNode)), at }
    if (isMap(node))
      return { kind: 'map', entries: node.items.map(({ key, value }) => entryOf(key as ParsedNode, value as ParsedNode)), at }
    const scalar = scalarOf(isScalar(node) ? node : undefined, at)
    if (scalar.text.includes('\0')) refuse(at, 'a NUL character, which nothing takes')
    return scalar
  }
  const entryOf = (keyNode: ParsedNode, value: ParsedNode | null) => {
    const { text: key, at } = convert(keyNode) as Scalar
    return { key, at, value: value === null ? { ...NO_VALUE, at } : convert(value) }
  }
  return document.contents === null ? NOTHING : convert(document.contents)
}

const NO_VALUE = { kind: 'scalar', type: 'nothing', text: '' } as const

/** A number keeps its spelling: `1.10` is not 1.1, and an account's id may begin with a zero. */
function scalarOf(node: { readonly value: unknown; readonly source?: string } | undefined, at: Position): Scalar {
  const { value, source } = node ?? { value: null }
  switch (typeof value) {
    case 'string':
      return { kind: 'scalar', type: 'text', text: value, at }
    case 'boolean':
      return { kind: 'scalar', type: 'boolean', text: source ?? String(value), at }
    case 'number':
    case 'bigint':
      return { kind: 'scalar', type: 'number', text: source ?? String(value), at }
    default:
      return { ...NO_VALUE, at }
  }
}
