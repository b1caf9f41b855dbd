import { runInThisContext } from 'node:vm'
import { expect, test } from '@jest/globals'
import { withLazyRows } from '../../../scripts/bundle/lazy-rows.ts'

/** The rows that were made, in order, and the tables. */
function run(code: string): { readonly made: readonly string[]; readonly tables: Record<string, Record<string, unknown>> } {
  const made: string[] = []
  const row = (name: string): object => {
    made.push(name)
    return { name }
  }
  const names = Array.from(code.matchAll(/^export const (\w+)/gm), ([, name]) => name)
  const lines = withLazyRows(code, 'a.js').replaceAll('export const', 'const')
  const tablesOf = runInThisContext(`(row) => { ${lines}\nreturn { ${names.join(', ')} } }`) as (
    make: typeof row,
  ) => Record<string, Record<string, unknown>>
  return { made, tables: tablesOf(row) }
}

const TABLES = `export const A = { one: row('one'), 'two-2': row('two') }
export const B = { own: row('own'), ...A }`

test('a row is made when it is first read, once', () => {
  const { made, tables } = run(TABLES)
  expect(made).toEqual([])
  expect(tables['A']?.['two-2']).toBe(tables['A']?.['two-2'])
  expect(made).toEqual(['two'])
})

test('a table has the rows of those that it contains', () => {
  const { made, tables } = run(TABLES)
  expect(Object.keys(tables['B'] ?? {})).toEqual(['own', 'one', 'two-2'])
  expect(made).toEqual([])
  expect(tables['B']?.['one']).toBe(tables['A']?.['one'])
  expect({ ...tables['B'] }).toEqual({ own: { name: 'own' }, one: { name: 'one' }, 'two-2': { name: 'two' } })
})

test.each([
  'export const A = { one: 1, two: row(2) }',
  "export const A = [row('one')]",
  "const A = { one: row('one') }",
  'export function a() {}',
])('%s is no table', (code) => {
  expect(withLazyRows(code, 'a.ts')).toBe(code)
})

test('what TypeScript reads of a table does not remain', () => {
  expect(withLazyRows("export const A = { one: row('one') } as const satisfies T", 'a.ts')).not.toContain('satisfies')
})
