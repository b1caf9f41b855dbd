import { expect, it } from '@jest/globals'
import { stripVTControlCharacters } from 'node:util'
import { claimed, dockerFold, progressText, shownLine, shownSummary } from '../../local/terminal.ts'

it.each([
  ['::group::Build', '        > Build'],
  ['::endgroup::', ''],
  ['::error title=x::one%0Atwo', '          ERROR: one\n          two'],
  ['::warning::careful', '          WARNING: careful'],
  ['::add-mask::hush', ''],
  ['✓ Build 3.0 s', '          ✓ Build 3.0 s'],
  ['plain', '          plain'],
  ['  ', ''],
])('shows the line %j', (line, shown) => {
  expect(stripVTControlCharacters(shownLine(line))).toBe(shown)
})

it('shows a summary without its diagrams', () => {
  const summary = '## Done\n\n```mermaid\ngantt\n  a :0, 1\n```\n\n```text\nlog\n```'
  expect(stripVTControlCharacters(shownSummary(summary)).split('\n')).toEqual(
    ['## Done', '', '(GitHub draws a diagram here.)', '', '```text', 'log', '```'].map((line) => `        │ ${line}`),
  )
})

it('shows what GitHub folds, and code, without HTML', () => {
  const summary = '**Now:** <code>a&#95;b</code> serves.\n\n<details><summary>Last lines</summary>\n\nx\n\n</details>\n\ny'
  expect(stripVTControlCharacters(shownSummary(summary)).split('\n')).toEqual(
    ['**Now:** `a_b` serves.', '', '▸ Last lines', '', 'x', '', 'y'].map((line) => `        │ ${line}`),
  )
})

it('shows a table in columns, and links by their text', () => {
  const summary =
    '|  | Before |\n| --- | --- |\n| Commit | [<code>c0ffee00</code>](https://github.com/acme/web/commit/c0ffee00) |\n| By | a&#95;b &#124; &amp;lt; |\n\nx'
  expect(stripVTControlCharacters(shownSummary(summary)).split('\n')).toEqual(
    ['        Before', 'Commit  `c0ffee00`', 'By      a_b | &lt;', '', 'x'].map((line) => `        │ ${line}`),
  )
})

it.each([
  ['a &#40;b&#41; &#35;1', 'a (b) #1'],
  ['&lt;x&gt; &amp;amp; &quot;', '<x> &amp; "'],
  ['&#64;<!-- -->ada', '@ada'],
  ['<span>$</span>&#123;HOME&#125;', '${HOME}'],
  ['&#27;[31m &#155;1m &#10; &#9999999; &nbsp;', '&#27;[31m &#155;1m &#10; &#9999999; &nbsp;'],
])('shows %s of a summary as text', (markdown, shown) => {
  expect(stripVTControlCharacters(shownSummary(markdown))).toBe(`        │ ${shown}`)
})

it('marks a claim that does not hold', () => {
  expect([claimed('a', true), claimed('b', false)].map(stripVTControlCharacters)).toEqual(['✓ a', '✗ b'])
})

it("shows one line for all of Docker's output", () => {
  const lines = [
    'image │ #1 load',
    'image │ ',
    'image │ 6539fad4d3d4: Preparing',
    'image │ Attached to the image: x',
    'image │ a1: digest: b',
    'image │ ✓ 1.0 s',
  ]
  expect(lines.flatMap(dockerFold())).toEqual([
    "image │ (Docker's output is left out here)",
    'image │ Attached to the image: x',
    'image │ ✓ 1.0 s',
  ])
})

it.each([
  [80, 'short', '          … short, 12 s'],
  [30, 'a title that is longer than the terminal', '          … a title th…, 12 s'],
  [8, 'a title', '  …, 12 s'.slice(2)],
])('fits the progress line into %i columns', (columns, title, shown) => {
  const text = progressText(title, { seconds: 12, columns })
  expect(text).toBe(shown)
  expect(text.length).toBeLessThan(columns)
})
