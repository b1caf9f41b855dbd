import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const FILES = globSync('docs/guides/**/*.md', { cwd: ROOT }).toSorted()

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
