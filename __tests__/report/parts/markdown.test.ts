import { expect, it } from '@jest/globals'
import { causesPage } from '../../../src/report/parts/causes-page.ts'
import { block, code, cut, fold, link, plain } from '../../../src/report/parts/markdown.ts'

it.each([
  ['https://github.com/o/r/actions/runs/7', 'https://github.com/o/r/actions/runs/7'],
  ['https://h/a) @all ![](//evil', 'https://h/a%29%20@all%20!%5B%5D%28//evil'],
  ['https://h/<b>"\\\n', 'https://h/%3Cb%3E%22%5C%0A'],
  ['https://h/a%20b%23c/100%', 'https://h/a%20b%23c/100%25'],
  ['https://h/\ud800', 'https://h/%EF%BF%BD'],
])('a link to %j ends where it should', (url, address) => {
  expect(link('run', url)).toBe(`[run](${address})`)
})

it.each([
  ['pay\u202Egnp.exe', 'pay\uFFFDgnp.exe'],
  ['a\u200Bb\u2066c\uFEFF', 'a\uFFFDb\uFFFDc\uFFFD'],
  ['\u001B[31mred\u001B[0m \u001B]8;;https://evil\u0007link', 'red link'],
  ['beep\u0007\u0000', 'beep\uFFFD\uFFFD'],
  ['a\u3164\u115Fb\uFFA0\u2800\u034F', 'a\uFFFD\uFFFDb\uFFFD\uFFFD\uFFFD'],
  ['web\uFE00\u{E0101}\uFE0F 1\uFE0F', 'web\uFFFD\uFFFD\uFFFD 1\uFFFD'],
  ['❄\uFE0F 1\uFE0F\u20E3 葛\u{E0100}城', '❄\uFE0F 1\uFE0F\u20E3 葛\u{E0100}城'],
  ['👩\u200D💻 \u0645\u06CC\u200C\u062E\u0648', '👩\u200D💻 \u0645\u06CC\u200C\u062E\u0648'],
])('of %j, everything is visible', (text, shown) => {
  expect(plain(text)).toBe(shown)
  expect(code(text)).toBe(`<code>${shown}</code>`)
  expect(block(text)).toBe(`\`\`\`text\n${shown}\n\`\`\``)
})

it('the causes of an action whose reference has signs of an address are found', () => {
  const env = { GITHUB_ACTION_REPOSITORY: 'acme/docker-to-ec2', GITHUB_ACTION_REF: 'releases/v1#2' }
  const causes = causesPage(env)!
  expect(link('exited', `${causes}#exited`)).toBe(
    '[exited](https://github.com/acme/docker-to-ec2/blob/releases/v1%232/docs/causes.md#exited)',
  )
})

it('a block keeps its lines', () => {
  expect(block('a\r\n\tb\n')).toBe('```text\na\r\n\tb\n```')
})

it('outside text mentions nobody, even after GitHub has read the entities', () => {
  expect(plain('thanks @acme/ops (#12)').replaceAll('&#64;', '@')).not.toMatch(/@\w/)
  expect(code('web@sha256:ab')).toBe('<code>web&#64;sha256:ab</code>')
})

it('outside text makes no formula', () => {
  expect(plain('Move ${HOME}/a to $HOME')).toBe('Move <span>$</span>&#123;HOME&#125;/a to <span>$</span>HOME')
})

it.each([
  ['a fold', fold('Log', 'line\n'.repeat(50)), '\n\n</details>\n\nMore.'],
  ['a block', block('line\n'.repeat(50)), '\n```\n\nMore.'],
  ['a block with a fence of its own, in a fold', fold('Log', block('```\n'.repeat(50))), '\n````\n\n</details>\n\nMore.'],
  ['the text behind a block', `${block('x')}\n${'line\n'.repeat(50)}`, 'line\n\nMore.'],
])('what is cut in %s is closed', (_, text, end) => {
  const short = cut(text, { letters: 100, rest: 'More.' })
  expect(short.endsWith(end)).toBe(true)
  expect(cut(text, { letters: text.length, rest: 'More.' })).toBe(text)
})
