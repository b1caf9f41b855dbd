import { expect, test } from '@jest/globals'
import { hasSection, MOST_CHARACTERS, withSection } from '../../../src/domain/version/notes.ts'

const section = (text: string, key = 'web.production') => ({ key, text })
const first = `<!-- docker-to-ec2: web.production -->\none\n<!-- docker-to-ec2: end of web.production -->`

test.each([
  ['', first],
  ['By hand.\n', `By hand.\n\n${first}`],
  [first, withSection('', section('two'))],
  [`Above\n${first}\nBelow`, `Above\n${withSection('', section('two'))}\nBelow`],
])('in %j', (body, expected) => {
  expect(withSection(body, section(expected?.includes('two') ? 'two' : 'one'))).toBe(expected)
})

test('each environment has a section of its own', () => {
  const both = withSection(first, section('staged', 'web.staging')) ?? ''
  expect(both.startsWith(first)).toBe(true)
  expect([
    hasSection(both, 'web.staging'),
    hasSection(both, 'web.production'),
    hasSection(first, 'web.staging'),
    hasSection('', 'web'),
  ]).toEqual([true, true, false, false])
  expect(withSection(both, section('again', 'web.staging'))).toBe(withSection(first, section('again', 'web.staging')))
})

const LINE = `- ${'x'.repeat(98)}\n`

test.each([
  ['alone', ''],
  ['beside other text', 'By hand.\n'.repeat(1000)],
  ['instead of an earlier section', withSection('By hand.', section('one')) ?? ''],
])('too long a section is cut at the end of a line %s', (_, body) => {
  const cut = withSection(body, section(LINE.repeat(2000))) ?? ''
  expect(cut.length).toBeLessThanOrEqual(MOST_CHARACTERS)
  expect(cut.length).toBeGreaterThan(MOST_CHARACTERS - 2 * LINE.length)
  expect(cut).toMatch(/x{98}\n\nGitHub accepts no longer notes: the rest is left out\.\n<!-- docker-to-ec2: end of web\.production -->$/)
  expect(withSection(cut, section('two'))).toBe(withSection(body, section('two')))
})

test('a section of the exact length is not cut', () => {
  const room = MOST_CHARACTERS - (withSection('', section('')) ?? '').length
  expect(withSection('', section('x'.repeat(room)))).toHaveLength(MOST_CHARACTERS)
})

test('a release whose own text fills it gets no section', () => {
  expect(withSection('x'.repeat(MOST_CHARACTERS - 20), section('one'))).toBeUndefined()
})

test.each([
  ['its end', `<!-- docker-to-ec2: web.production -->\nold\nBy hand.`],
  ['its begin', `By hand.\n<!-- docker-to-ec2: end of web.production -->\nMore.`],
  ['the end of an earlier one', `<!-- docker-to-ec2: web.production -->\nold\nBy hand.\n\n${first}`],
])('a section without %s loses no text of others', (_, body) => {
  const once = withSection(body, section('two')) ?? ''
  const twice = withSection(once, section('three')) ?? ''
  for (const text of [once, twice]) expect(text).toContain('By hand.')
  expect(twice).toBe(once.replace('\ntwo\n', '\nthree\n'))
  expect(hasSection(once, 'web.production')).toBe(true)
})
