import { expect, it } from '@jest/globals'
import { link } from '../../../src/report/parts/markdown.ts'

it.each([
  ['https://github.com/o/r/actions/runs/7', 'https://github.com/o/r/actions/runs/7'],
  ['https://h/a) @all ![](//evil', 'https://h/a%29%20@all%20!%5B%5D%28//evil'],
  ['https://h/<b>"\\\n', 'https://h/%3Cb%3E%22%5C%0A'],
  ['https://h/\ud800', 'https://h/%EF%BF%BD'],
])('a link to %j ends where it should', (url, address) => {
  expect(link('run', url)).toBe(`[run](${address})`)
})
