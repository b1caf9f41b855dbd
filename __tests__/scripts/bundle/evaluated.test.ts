import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { EVALUATED, moduleOf } from '../../../scripts/bundle/evaluated.ts'
import * as facts from '../../../src/config/step/facts.ts'

test('values are written out, and equal lists once', () => {
  const code = moduleOf({ A: { a: ['x', 1], b: { list: ['x', 1], no: undefined } }, B: true })
  expect(code).toBe(
    'const list0 = ["x", 1]\nexport const A = { "a": list0, "b": { "list": list0, "no": undefined } }\nexport const B = true\n',
  )
})

test.each([[() => 1], [new Map()], [/a/], [null], [1n]])('%p cannot be written out', (value) => {
  expect(() => moduleOf({ A: { a: [value] } })).toThrow('cannot be written out')
})

test('what the build evaluates is exactly what the module exports', async () => {
  expect(EVALUATED.test('/work/src/config/step/facts.ts')).toBe(true)
  const url = `data:text/javascript,${encodeURIComponent(moduleOf(facts))}`
  expect(readFileSync(join(import.meta.dirname, '../../../src/config/step/facts.ts'), 'utf8')).toContain('The build runs this file')
  expect({ ...((await import(url)) as object) }).toEqual({ ...facts })
})
