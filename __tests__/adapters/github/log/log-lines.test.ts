import { expect, test } from '@jest/globals'
import { harmlessLines, workflowCommand } from '../../../../src/adapters/github/log/log-lines.ts'
import { fc } from '../../../fakes/properties.ts'

/** What the runner would take for a command. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs */
const isCommand = (line: string): boolean =>
  line
    .trim()
    .replace(/^\u0085+/, '')
    .startsWith('::') || line.includes('##[')

test.each([
  ['plain', ['plain']],
  ['two\nlines', ['two', 'lines']],
  ['windows\r\nlines', ['windows', 'lines']],
  ['', ['']],
  ['::set-output name=a::b', [': :set-output name=a::b']],
  ['  \t::add-mask::x', ['  \t: :add-mask::x']],
  ['progress\r::error::hidden', ['progress', ': :error::hidden']],
  ['\u0085::error::x', ['\u0085: :error::x']],
  ['::::', [': :::']],
  ['a ::warning:: in the middle is text', ['a ::warning:: in the middle is text']],
  ['time ##[error]x ##[group]y', ['time ## [error]x ## [group]y']],
  ['# ## [markdown]', ['# ## [markdown]']],
])('%j', (text, expected) => {
  const lines = harmlessLines(text)
  expect(lines).toEqual(expected)
  expect(lines.filter(isCommand)).toEqual([])
})

test('no text becomes a workflow command', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('::', ':', '##[', '\n', '\r', '\u0085', '\u00a0', '\ufeff', 'stop-commands', ' '),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(harmlessLines(pieces.join('')).filter(isCommand)).toEqual([])
    }),
  )
})

test.each([
  [workflowCommand('endgroup'), '::endgroup::'],
  [workflowCommand('group', 'Build'), '::group::Build'],
  [workflowCommand('warning', '100%\r\n::error::x'), '::warning::100%25%0D%0A::error::x'],
])('%s', (line, expected) => {
  expect(line).toBe(expected)
})
