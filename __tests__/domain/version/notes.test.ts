import { expect, test } from '@jest/globals'
import { hasSection, withSection } from '../../../src/domain/version/notes.ts'

const section = (text: string, key = 'web.production') => ({ key, text })
const first = withSection('', section('one'))

test.each([
  ['', first],
  ['By hand.\n', `By hand.\n\n${first}`],
  [first, withSection('', section('two'))],
  [`Above\n${first}\nBelow`, `Above\n${withSection('', section('two'))}\nBelow`],
])('in %j', (body, expected) => {
  expect(withSection(body, section(expected.includes('two') ? 'two' : 'one'))).toBe(expected)
})

test('each environment has a section of its own', () => {
  const both = withSection(first, section('staged', 'web.staging'))
  expect(both.startsWith(first)).toBe(true)
  expect([
    hasSection(both, 'web.staging'),
    hasSection(both, 'web.production'),
    hasSection(first, 'web.staging'),
    hasSection('', 'web'),
  ]).toEqual([true, true, false, false])
  expect(withSection(both, section('again', 'web.staging'))).toBe(withSection(first, section('again', 'web.staging')))
})
