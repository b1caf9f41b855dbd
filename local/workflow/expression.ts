/** Expressions of a workflow file, `${{ }}`, evaluated with GitHub's own library. A result is plain text, and is never evaluated again. */
import { Evaluator, Lexer, Parser, data } from '@actions/expressions'
import { truthy } from '@actions/expressions/result'

/** The values of `success()` and the like at this point. */
interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

export interface Scope {
  /** Allowed contexts of the expression: `github`, `needs`, ...; any other name is an error. */
  readonly contexts: Readonly<Record<string, unknown>>
  /** Only for conditions. */
  readonly status?: Status
}

const STATUS = ['success', 'failure', 'cancelled', 'always'] as const

/** The text with each expression in it replaced by its result. */
export function render(text: string, scope: Scope): string {
  let rendered = ''
  let rest = text
  for (let start = rest.indexOf('${{'); start >= 0; start = rest.indexOf('${{')) {
    const length = lengthOf(rest.slice(start + 3))
    rendered += rest.slice(0, start) + evaluate(rest.slice(start + 3, start + 3 + length), scope).coerceString()
    rest = rest.slice(start + 3 + length + 2)
  }
  return rendered + rest
}

export function renderAll(texts: Readonly<Record<string, string>>, scope: Scope): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, render(text, scope)]))
}

/** An `if`: without a status function, it also requires `success()`. */
export function holds(condition: string | undefined, scope: Required<Scope>): boolean {
  const bare = /^\s*\$\{\{([^]*)\}\}\s*$/.exec(condition ?? '')?.[1] ?? condition ?? 'success()'
  if (bare.includes('${{')) throw new Error(`a condition is one expression: ${condition}`)
  if (!asksForStatus(bare) && !scope.status.success) return false
  return truthy(evaluate(bare, scope))
}

/** Up to the `}}` that ends an expression, which can contain such braces in quotes. */
function lengthOf(text: string): number {
  const [expression] = /^(?:'[^']*'|[^'])*?(?=\}\})/.exec(text) ?? []
  if (expression === undefined) throw new Error(`an expression does not end: \${{${text}`)
  return expression.length
}

function evaluate(expression: string, { contexts, status }: Scope): data.ExpressionData {
  const functions = status ? statusFunctions(status) : []
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse()
  if (!tree) throw new Error(`an empty expression: \${{${expression}}}`)
  const named = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary
  return new Evaluator(tree, named, new Map(functions.map((known) => [known.name, known]))).evaluate()
}

function statusFunctions(status: Status) {
  return STATUS.map((name) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(name === 'always' || status[name]),
  }))
}

function asksForStatus(expression: string): boolean {
  const words = new Lexer(expression).lex().tokens.map(({ lexeme }) => lexeme.toLowerCase())
  return words.some((word, at) => words[at + 1] === '(' && (STATUS as readonly string[]).includes(word))
}
