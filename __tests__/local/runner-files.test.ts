import { describe, expect, it } from '@jest/globals'
import { annotationsIn, masksIn, parsePairs } from '../../local/runner/runner-files.ts'

describe('files of an action', () => {
  it.each([
    ['name=value', { name: 'value' }],
    ['a=1\nb=2=3\n', { a: '1', b: '2=3' }],
    ['text<<ghadelimiter_1\none\n\ntwo\nghadelimiter_1\nnext<<EOF\nEOF\n', { text: 'one\n\ntwo', next: '' }],
    ['', {}],
  ])('reads %j', (text, pairs) => {
    expect(parsePairs(text)).toEqual(pairs)
  })
})

describe('commands in the output', () => {
  it('finds annotations with their properties', () => {
    const stdout = 'plain\n::error title=Health%3A no,file=a.ts::line 1%0Aline 2 100%25\n::warning::careful\n ::error::not at the start\n'
    expect(annotationsIn(stdout)).toEqual([
      { level: 'error', message: 'line 1\nline 2 100%', properties: { title: 'Health: no', file: 'a.ts' } },
      { level: 'warning', message: 'careful', properties: {} },
    ])
  })

  it('finds masks', () => {
    expect(masksIn('::add-mask::secret%0Avalue\n::debug::x')).toEqual(['secret\nvalue'])
  })
})
