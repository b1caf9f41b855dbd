import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { LONGEST, longestFirst } from '../../../scripts/jest/longest-first.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const named = (name: string | undefined) => ({ path: `${ROOT}${name}` })

describe('the order of test files', () => {
  it.each(LONGEST)('knows %s, which is there', (name) => expect(existsSync(`${ROOT}${name}`)).toBe(true))

  it('begins with the longest, and leaves the others as they were', () => {
    const [first, second] = LONGEST
    const before = ['/__tests__/e2e/b.test.ts', second, '/__tests__/e2e/a.test.ts', first].map(named)
    expect(longestFirst(before)).toEqual([first, second, '/__tests__/e2e/b.test.ts', '/__tests__/e2e/a.test.ts'].map(named))
  })
})
