/** Expressions of a workflow file, `${{ }}`, by GitHub's own library. Results are text for one place, and are never read again. */
import { Evaluator, Lexer, Parser, data } from '@actions/expressions'
import { truthy } from '@actions/expressions/result'

/** `success()` and the like, as they stand where an expression is evaluated. */
interface Status {
  readonly success: boolean
  readonly failure: boolean
  readonly cancelled: boolean
}

export interface Scope {
  /** What the expression may name: `github`, `needs`, ...; any other name is an error. */
  readonly contexts: Readonly<Record<string, unknown>>
  /** Only a condition may ask for it. */
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

/** An `if`: without a function that asks for the status, it also asks for `success()`. */
export function holds(condition: string | undefined, scope: Required<Scope>): boolean {
  const bare = /^\s*\$\{\{([^]*)\}\}\s*$/.exec(condition ?? '')?.[1] ?? condition ?? 'success()'
  if (bare.includes('${{')) throw new Error(`a condition is one expression: ${condition}`)
  if (!asksForStatus(bare) && !scope.status.success) return false
  return truthy(evaluate(bare, scope))
}

/** Up to the `}}` that ends an expression, which may hold such braces in quotes. */
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
