import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { isCause } from '../../../src/domain/cause/cause.ts'

const HOST = join(import.meta.dirname, '..', '..', '..', 'host')

test('every cause that the host program can give is in the list', () => {
  const program = globSync('**/*.py', { cwd: HOST }).map((file) => readFileSync(join(HOST, file), 'utf8'))
  const given = program.flatMap((text) =>
    [...text.matchAll(/\b(?:Failure|__init__|refuse)\(\s*"([a-z-]+)"/g)].map(([, cause = '']) => cause),
  )
  expect(new Set(given).size).toBeGreaterThan(15)
  expect(given.filter((cause) => !isCause(cause))).toEqual([])
})
