import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { it } from './support/test.ts'

const BUNDLE = join(import.meta.dirname, '../../dist/index.js')

/** Parts of Node that are loaded at their first use, and that only a run with valid inputs needs. */
const NOT_YET = [
  'timers/promises',
  'internal/abort_controller',
  'internal/async_local_storage/run_scope',
  'stream',
  'net',
  'http',
  'crypto',
]

/** Node says what it has loaded, and the bundle has no other way to load its own files. */
const PROBE = `process.on('exit', () => {
  const builtins = process.moduleLoadList.flatMap((one) => /^NativeModule (.*)$/.exec(one)?.[1] ?? [])
  require('node:fs').writeSync(2, JSON.stringify({ builtins, files: Object.keys(require.cache) }))
})
require(process.argv[1])`

it('a run that refuses its inputs loads one file, and nothing of Node that only a deploy needs', async () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', PROBE, BUNDLE], {
    env: { GITHUB_REPOSITORY: 'octo/web' },
    encoding: 'utf8',
  })
  expect(stdout).toContain('problems with the inputs')
  const { builtins, files } = JSON.parse(stderr) as { builtins: string[]; files: string[] }
  expect(builtins).toContain('fs')
  expect(builtins.filter((name) => NOT_YET.includes(name))).toEqual([])
  expect(files).toEqual([BUNDLE])
})

it('what every run loads is small, and V8 keeps it with one byte a letter', async () => {
  const code = await readFile(BUNDLE, 'utf8')
  // A tenth more costs a hundredth of `node -e 0`.
  expect(code.length).toBeLessThan(100_000)
  expect(code).not.toMatch(/[^\0-\x7F]/)
})
