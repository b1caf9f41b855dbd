import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { measure, plot, withTable } from '../../../scripts/canary/canary-power.ts'

const read = (name: string): string => readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', name), 'utf8')

it('the numbers in docs/canary.md are what the code that judges gives; otherwise run npm run docs:canary', () => {
  const seen = measure()
  expect(withTable(read('canary.md'), seen)).toBe(read('canary.md'))
  expect(plot(seen)).toBe(read('canary-power.svg'))
})
