import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../src/config/inputs/inputs.ts'
import type { InputName } from '../src/config/inputs/inputs.ts'
import { MACHINE_OPTIONS } from '../src/domain/release/settings/machine-options.ts'
import { PROCESS_OPTIONS } from '../src/domain/release/settings/process-options.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const FILES = globSync('docs/guides/**/*.md', { cwd: ROOT }).toSorted()

/** The rows of a page's tables, by cell. */
function rowsOf(page: string): readonly (readonly string[])[] {
  return [...page.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | '))
}

const namesIn = (text = ''): string[] => [...text.matchAll(/`([a-z-]+)[`:]/g)].map(([, name = '']) => name)

describe('guides', () => {
  it('there are, each with a whole workflow or a link to one', () => {
    const whole = /^ *jobs:$|\]\(\.\.\/\.\.\/\.\.\/examples\/workflows\/[a-z-]+\.yml\)/m
    expect(FILES.filter((file) => !whole.test(read(file)))).toEqual([])
    expect(FILES.length).toBeGreaterThan(20)
  })

  it.each(FILES)('%s is in the index, and the README leads to it', (file) => {
    expect(read('docs/README.md')).toContain(`](${file.replace('docs/', '')})`)
    expect(read('README.md')).toContain(`](${file})`)
  })
})

describe('the guide to moving from docker run', () => {
  const named = rowsOf(read('docs/guides/deploy/move-from-docker-run.md')).flatMap(([, input]) => namesIn(input))

  it('names only inputs that there are, and each option of the container', () => {
    expect(named.filter((name) => !Object.hasOwn(INPUTS, name))).toEqual([])
    // The last one is about the role of an EC2 host, and not Docker's.
    const options = Object.keys({ ...PROCESS_OPTIONS, ...MACHINE_OPTIONS }).filter((name) => name !== 'host-role')
    expect(options.filter((name) => !named.includes(name))).toEqual([])
  })
})

describe('the guide to limits', () => {
  const rows = rowsOf(read('docs/guides/operate/limits.md'))
  const items = (count: number, item: (at: number) => string) => Array.from({ length: count }, (_, at) => item(at)).join('\n')

  it.each<[InputName, string, (beyond: number) => string]>([
    ['instances', '50', (beyond) => `${50 + beyond}`],
    ['domains', '20', (beyond) => items(20 + beyond, (at) => `shop-${at}.example.com`)],
    ['redirect-domains', '20', (beyond) => items(20 + beyond, (at) => `www-${at}.example.com`)],
    ['trusted-proxies', '50', (beyond) => items(50 + beyond, (at) => `198.51.100.${at}/32`)],
    ['allow-from', '200', (beyond) => items(200 + beyond, (at) => `198.51.100.${at}`)],
    ['alarms', '20', (beyond) => items(20 + beyond, (at) => `alarm-${at}`).replaceAll('\n', ',')],
    ['retain-releases', '20', (beyond) => `${20 + beyond}`],
    ['preview-limit', '200', (beyond) => `${200 + beyond}`],
    ['deploy-timeout', '8 hours', (beyond) => `${8 * 60 + beyond}m`],
    ['lock-timeout', '6 hours', (beyond) => `${6 * 60 + beyond}m`],
    ['canary-pause-limit', '4 hours', (beyond) => `${4 * 60 + beyond}m`],
  ])('%s: at most %s', (name, most, textOf) => {
    const row = rows.find(([what]) => namesIn(what).includes(name)) ?? []
    expect(row[1]?.split('; ')[namesIn(row[0]).indexOf(name)]?.split(',')[0]).toBe(most)
    expect(() => INPUTS[name].parse(textOf(0))).not.toThrow()
    expect(() => INPUTS[name].parse(textOf(1))).toThrow()
  })
})
