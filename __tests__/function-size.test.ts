import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parseSync } from 'rolldown/experimental'

const ROOT = join(import.meta.dirname, '..')
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

// That none has more than 40 is a rule of oxlint; for Python, `__tests__/host/test_functions.py` holds all three.
test.each([
  { files: ['src/**/*.ts'], least: 500, half: 6, nineOfTen: 15 },
  { files: ['local/**/*.{ts,js}', 'scripts/**/*.{ts,mjs}', 'bench/*.ts'], least: 400, half: 7, nineOfTen: 20 },
])('half of the functions of $files have $half lines at most, and nine of ten $nineOfTen', ({ files, least, half, nineOfTen }) => {
  const lines = globSync(files, { cwd: ROOT }).flatMap((file) => lengths(readFileSync(join(ROOT, file), 'utf8')))
  const sorted = lines.toSorted((a, b) => a - b)
  expect(sorted.length).toBeGreaterThan(least)
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(half)
  expect(sorted[Math.floor(sorted.length * 0.9)]).toBeLessThanOrEqual(nineOfTen)
})

test('oxlint reads every folder with code, and lets no function of it have more than 40 lines', () => {
  const { overrides } = JSON.parse(readFileSync(join(ROOT, '.oxlintrc.json'), 'utf8')) as {
    readonly overrides: readonly { readonly files: readonly string[]; readonly rules: Readonly<Record<string, unknown>> }[]
  }
  const limited = overrides.filter(({ rules }) => 'max-lines-per-function' in rules)
  expect(limited.map(({ rules }) => rules['max-lines-per-function'])).toEqual([['error', { max: 40 }]])
  const code = globSync('*/**/*.{ts,js,mjs}', { cwd: ROOT, exclude: ['node_modules', 'dist', 'build', 'coverage', '__tests__'] })
  const folders = new Set(code.map((file) => `${file.split('/')[0]}/**`))
  expect(new Set(limited[0]?.files)).toEqual(folders)
})

test.each([
  ['const one = (a: number) => a + 1', []],
  ['function two() {\n}\nconst three = () => {\n\n}', [2, 3]],
  ['function outer() {\n  return () => {\n    inner()\n  }\n}', [3, 5]],
])('%j', (text, expected) => {
  expect(lengths(text)).toEqual(expected)
})
