import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { withoutDescriptions } from '../../../scripts/bundle/without-docs.ts'

test.each([
  ["const a = { default: '1', description: 'Says why.' }", "const a = { default: '1', description: '' }"],
  ["const a = { description: `Up to ${MOST}.`, b: { description:\n'Says.' } }", "const a = { description: '', b: { description:\n'' } }"],
  // A value that is not written out, or another name.
  ['const a = (description: string) => ({ description })', 'const a = (description: string) => ({ description })'],
  ["const a = { expected: 'description' }", "const a = { expected: 'description' }"],
])('of %j, the bundle has %j', (code, expected) => {
  expect(withoutDescriptions(code, 'a.ts')).toBe(expected)
})

test('the action itself reads no description of an input or output', () => {
  const src = join(import.meta.dirname, '..', '..', '..', 'src')
  const files = globSync('**/*.ts', { cwd: src })
  expect(files).toContain('report/outputs.ts')
  const reads = /\.description\b|\{[^{}:]*\bdescription\b[^{}:]*\}(: Field<| = (INPUTS|OUTPUTS))/
  expect(files.filter((file) => reads.test(readFileSync(join(src, file), 'utf8')))).toEqual(['domain/field/field.ts'])
})
