import { expect, it } from '@jest/globals'
import { code, link, plain } from '../../../src/report/parts/markdown.ts'

it.each([
  ['https://github.com/o/r/actions/runs/7', 'https://github.com/o/r/actions/runs/7'],
  ['https://h/a) @all ![](//evil', 'https://h/a%29%20@all%20!%5B%5D%28//evil'],
  ['https://h/<b>"\\\n', 'https://h/%3Cb%3E%22%5C%0A'],
  ['https://h/\ud800', 'https://h/%EF%BF%BD'],
])('a link to %j ends where it should', (url, address) => {
  expect(link('run', url)).toBe(`[run](${address})`)
})

it.each([
  ['@octocat: no', '&#64;&#8203;octocat: no'],
  ['(@acme/team)', '&#40;&#64;&#8203;acme/team&#41;'],
  ['_@octocat', '&#95;&#64;&#8203;octocat'],
  ['&#64;octocat', '&amp;&#35;64;octocat'],
  ['ada@example.com', 'ada&#64;example.com'],
])('%j mentions nobody on GitHub', (text, expected) => {
  expect(plain(text)).toBe(expected)
})

it('code stays what it is, so that an image can be copied from it', () => {
  expect(code('@web@sha256:d')).toBe('<code>&#64;web&#64;sha256:d</code>')
})
