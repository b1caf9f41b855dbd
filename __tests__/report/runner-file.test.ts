import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { parsePairs } from '../../local/runner/runner-files.ts'
import { entry, saveState, setOutputs } from '../../src/report/runner-file.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'
import { fc } from '../fakes/properties.ts'

let folder: string
beforeEach(() => {
  folder = temporaryFolder('runner-file')
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) process.env[name] = join(folder, name)
})
afterEach(() => {
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) delete process.env[name]
})

test.each([
  ['', 'a=\n'],
  ['one', 'a=one\n'],
  ['k=v<<END', 'a=k=v<<END\n'],
  ['one\ntwo', 'a<<END\none\ntwo\nEND\n'],
  ['one\rtwo', 'a<<END\none\rtwo\nEND\n'],
  ['one\nEND\nother=two', 'a<<ENDD\none\nEND\nother=two\nENDD\n'],
])('%j', (value, expected) => {
  expect(entry('a', value)).toBe(expected)
})

test('what is written is what the runner reads', () => {
  setOutputs({ plain: 'one', lines: 'one\nEND\nplain=two' })
  saveState({ phase: 'post' })
  saveState({ finished: 'true' })
  expect(parsePairs(readFileSync(join(folder, 'GITHUB_OUTPUT'), 'utf8'))).toEqual({ plain: 'one', lines: 'one\nEND\nplain=two' })
  expect(readFileSync(join(folder, 'GITHUB_STATE'), 'utf8')).toBe('phase=post\nfinished=true\n')
})

test('no value brings an output of its own, whatever is in it', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('\n', '\r', 'END', 'ENDD', 'a<<END', 'release=x', '<<'))
  const value = fc.array(piece).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(value, value, (first, second) => {
      const read = parsePairs(entry('a', first) + entry('b', second))
      expect(Object.keys(read)).toEqual(['a', 'b'])
    }),
  )
})

test('without a runner nothing is written', () => {
  delete process.env['GITHUB_OUTPUT']
  expect(() => setOutputs({ a: 'b' })).not.toThrow()
})
