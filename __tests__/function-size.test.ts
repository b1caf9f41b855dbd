import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseSync } from 'rolldown/experimental'

const SOURCE = join(import.meta.dirname, '..', 'src')
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])

/** Lines of each function that has more than one: a shorter one would only make the others look shorter. The shortest first. */
function lengths(text: string): readonly number[] {
  const found: number[] = []
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, start, end } = node as { type?: string; start?: number; end?: number }
    if (type !== undefined && FUNCTIONS.has(type)) found.push(text.slice(start, end).split('\n').length)
    for (const child of Object.values(node)) walk(child)
  }
  walk(parseSync('a.ts', text).program)
  return found.filter((lines) => lines > 1).toSorted((a, b) => a - b)
}

// That none has more than 40 is a rule of oxlint; for the host program, `__tests__/host/test_functions.py` holds all three.
test('half of the functions of src have 6 lines at most, and nine of ten 15', () => {
  const lines = globSync('**/*.ts', { cwd: SOURCE }).flatMap((file) => lengths(readFileSync(join(SOURCE, file), 'utf8')))
  const sorted = lines.toSorted((a, b) => a - b)
  expect(sorted.length).toBeGreaterThan(500)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(6)
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(15)
})

test.each([
  ['const one = (a: number) => a + 1', []],
  ['function two() {\n}\nconst three = () => {\n\n}', [2, 3]],
  ['function outer() {\n  return () => {\n    inner()\n  }\n}', [3, 5]],
])('%j', (text, expected) => {
  expect(lengths(text)).toEqual(expected)
})
