import { describe, expect, it } from '@jest/globals'
import { readDockerignore } from '../../../src/domain/image/dockerignore.ts'
import { wildcards } from '../../../src/domain/field/wildcards.ts'
import { fc } from '../../fakes/properties.ts'

const PIECES = ['a', 'b', '/', '\\*', '.*', '[^/]*', '[^/]', '(.*/)?', '[ab]', '[^a]', '[a-b]*', '\\d', '.']

it('matches as a regular expression does, however many wildcards there are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '1', '\n'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }), text, (pieces, path) => {
      const source = pieces.join('')
      expect(wildcards(source)?.(path)).toBe(new RegExp(`^${source}$`, 's').test(path))
    }),
    { numRuns: 2000 },
  )
})

it('has nothing for an invalid expression', () => {
  expect(wildcards('[a')).toBeUndefined()
})

describe('a hostile pattern', () => {
  // A backtracking engine needs minutes for the first of these, and the age of the universe for the last.
  it.each([8, 50, 400])('of %i stars takes no longer than its length suggests', (stars) => {
    const path = 'a'.repeat(1000)
    for (const one of ['*a', '**/', '**/*a', '[a-z]*', '?*']) expect(readDockerignore(`${one.repeat(stars)}b?`).ignores(path)).toBe(false)
  })
})
