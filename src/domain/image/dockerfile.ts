import { withoutByteOrderMark } from '../text.ts'
import { parseImage } from './image.ts'

/** An image that a Dockerfile starts from. */
export interface BaseImage {
  /** With registry and tag: `docker.io/library/node:24`. */
  readonly name: string
  /** Only if the Dockerfile has it. */
  readonly digest?: string
}

/** What a Dockerfile says about the image of one of its stages. */
export interface DockerfileFacts {
  /** Names of the labels that it sets. */
  readonly own: readonly string[]
  /** `undefined` for `scratch`, and for a name that only the builder knows. */
  readonly base: BaseImage | undefined
}

export const UNKNOWN_DOCKERFILE: DockerfileFacts = { own: [], base: undefined }

interface Instruction {
  readonly keyword: string
  readonly rest: string
}

interface Stage {
  readonly name: string
  /** As written. */
  readonly from: string
  readonly labels: string[]
}

interface Build {
  /** Name or number of the stage; `undefined` for the last one. */
  readonly target: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
}

/** Reads the labels and the base image of a stage, and of the stages that it starts from. */
export function readDockerfile(text: string, { target, buildArgs }: Build): DockerfileFacts {
  const instructions = instructionsOf(text)
  const stages = stagesOf(instructions)
  const args = globalArgs(instructions, buildArgs)
  const wanted = target === undefined ? stages.length - 1 : indexOf(stages, target, stages.length)
  const own: string[] = []
  let at = wanted
  let from: string | undefined
  while (at >= 0) {
    const stage = stages[at]
    own.push(...(stage?.labels ?? []))
    from = expanded(stage?.from ?? '', args)
    at = from === undefined ? -1 : indexOf(stages, from, at)
  }
  return { own: [...new Set(own)], base: from === undefined ? undefined : baseOf(from) }
}

/** A stage can start only from one before it. */
function indexOf(stages: readonly Stage[], name: string, before: number): number {
  const named = stages.slice(0, before).findLastIndex((stage) => stage.name === name.toLowerCase())
  return named < 0 && /^\d+$/.test(name) && Number(name) < before ? Number(name) : named
}

function baseOf(from: string): BaseImage | undefined {
  if (!/^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/.test(from) || from === 'scratch') return undefined
  const { registry, repository, tag, digest } = parseImage(from)
  const named = tag ?? (digest === undefined ? 'latest' : undefined)
  const name = `${registry}/${repository}${named === undefined ? '' : `:${named}`}`
  return { name, ...(digest !== undefined && { digest }) }
}

/**
 * Each instruction on one line, without comments and the contents of here-documents.
 * https://docs.docker.com/reference/dockerfile/#format
 */
function instructionsOf(text: string): readonly Instruction[] {
  const lines = withoutByteOrderMark(text).split(/\r?\n/)
  const continued = new RegExp(`\\${escapeOf(lines)}[ \\t]*$`)
  const found: Instruction[] = []
  let begun = ''
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (/^\s*(#|$)/.test(line)) continue
    begun += line.replace(continued, ' ')
    if (continued.test(line)) continue
    const [, keyword = '', rest = ''] = /^\s*(\w+)\s*(.*)$/.exec(begun) ?? []
    found.push({ keyword: keyword.toUpperCase(), rest })
    at = afterDocuments(lines, at, begun)
    begun = ''
  }
  return found
}

/** From the parser directive, which only other directives may precede. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name, value] = /^\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line) ?? []
    if (name === undefined) break
    if (name.toLowerCase() === 'escape' && value === '`') return '`'
  }
  return '\\'
}

/** The last line of the here-documents that an instruction begins. */
function afterDocuments(lines: readonly string[], at: number, instruction: string): number {
  if (!/^\s*(RUN|COPY|ADD)\s/i.test(instruction)) return at
  let last = at
  for (const [, dash = '', name = ''] of instruction.matchAll(/<<(-?)\s*["']?([A-Za-z_]\w*)["']?/g)) {
    const end = lines.findIndex((line, index) => index > last && (dash === '' ? line : line.replace(/^\t+/, '')) === name)
    if (end >= 0) last = end
  }
  return last
}

function stagesOf(instructions: readonly Instruction[]): readonly Stage[] {
  const stages: Stage[] = []
  for (const { keyword, rest } of instructions) {
    if (keyword === 'FROM') stages.push(stageFrom(rest))
    if (keyword === 'LABEL') stages.at(-1)?.labels.push(...labelNames(rest))
  }
  return stages
}

function stageFrom(rest: string): Stage {
  const [from = '', as, name] = rest.split(/\s+/).filter((word) => !word.startsWith('--'))
  return { name: as?.toUpperCase() === 'AS' ? (name ?? '').toLowerCase() : '', from: unquoted(from), labels: [] }
}

const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/g

/** `LABEL a=1 "b"="2 3"`, or the old form `LABEL a 1`. */
function labelNames(rest: string): readonly string[] {
  const words = rest.match(WORD) ?? []
  const [first = ''] = words
  const pairs = first.includes('=') ? words.filter((word) => word.includes('=')) : [first]
  return pairs.map((word) => unquoted(word.split('=')[0] ?? ''))
}

/** The arguments before the first stage, the only ones that `FROM` knows. */
function globalArgs(instructions: readonly Instruction[], given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const first = instructions.findIndex(({ keyword }) => keyword === 'FROM')
  const args = new Map<string, string>()
  for (const { keyword, rest } of instructions.slice(0, Math.max(first, 0))) {
    if (keyword !== 'ARG') continue
    for (const word of rest.match(WORD) ?? []) {
      const [name = '', ...values] = word.split('=')
      const value = given[name] ?? (values.length === 0 ? undefined : expanded(unquoted(values.join('=')), args))
      if (value !== undefined) args.set(name, value)
    }
  }
  return args
}

/** Characters of a value that counts: no name of an image is longer, and values that double each other would soon fill the memory. */
const LONGEST = 1000
const VARIABLE = /\$(?:(\w+)|\{(\w+)(?::-([^{}]*))?\})/g

/** `undefined` for a variable without a value here, such as the builder's own, for a long result, and for other forms than `$A`, `${A}` and `${A:-default}`. */
function expanded(text: string, args: ReadonlyMap<string, string>): string | undefined {
  let known = true
  const result = text.replace(VARIABLE, (_, bare?: string, braced?: string, otherwise?: string) => {
    const value = args.get(bare ?? braced ?? '') || otherwise
    known &&= value !== undefined
    return value ?? ''
  })
  return known && result.length <= LONGEST && !result.includes('$') ? result : undefined
}

function unquoted(word: string): string {
  return word.replace(/^(["'])(.*)\1$/, '$2')
}
