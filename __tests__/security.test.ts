import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from '@jest/globals'
import { groupsIn, testsIn, textOf } from './fakes/named-tests.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')
const PAGE = read('docs/security.md')

interface Row {
  readonly file: string
  readonly test: string
}

const ROWS: readonly Row[] = [...PAGE.matchAll(/^\|.*\| `([\w.]+)`: (.*) \|$/gm)].map(([, file = '', test = '']) => ({ file, test }))
/** Files in which every test is an attack, or what an attack is measured by. */
const WHOLE = ['test_confined_slot.py', 'walls.test.ts']
/** What shows that a wall is no wall too many. */
const OPEN = [
  'test_allows_what_common_images_do_at_their_start',
  'test_has_the_documented_capabilities',
  'has its own network and bridge',
  'is served, and reaches the internet',
  'answers containers if Docker is told to ask it',
  'answers containers if the host is launched for a service with host-role',
  'answers the service with host-role, and gives it the credentials of the role',
  'are reported by status, and restored by the next order, even if it changes nothing else',
  'stay when Docker restarts',
  "are reported by status and by a failure if they are Docker's own, and made again by its restart, as advised",
  'cannot be restored: no container is started, and the live release keeps serving',
  'removes its network, and no other',
]

it('every attack, and every promise, on the page is a test', () => {
  expect(ROWS.length).toBeGreaterThan(20)
  expect(ROWS.filter(({ file, test }) => ![...testsIn(file), ...groupsIn(file)].includes(test))).toEqual([])
})

it.each(WHOLE)('every attack of %s is on the page', (file) => {
  const told = ROWS.filter((row) => row.file === file).map(({ test }) => test)
  const tests = testsIn(file)
  expect(tests.length).toBeGreaterThan(7)
  expect(tests.filter((test) => !told.includes(test) && !OPEN.includes(test))).toEqual([])
})

it('the capabilities on the page are those that a container has', () => {
  const [, names = ''] = /^DEFAULT_CAPABILITIES = \((.*)\)$/m.exec(read('host/release/spec.py')) ?? []
  const given = [...names.matchAll(/"(\w+)"/g)].map(([, name = '']) => name)
  const [, line = ''] = /^\| capabilities \| ([^:]*):/m.exec(PAGE) ?? []
  expect(given.length).toBeGreaterThan(5)
  expect([...line.matchAll(/`(\w+)`/g)].map(([, name = '']) => name)).toEqual(given)
})

it('each promise of what the action protects names the files that test it', () => {
  const [, part = ''] = /^## What the action protects\n([^]*?)\n## /m.exec(PAGE) ?? []
  const promises = part.split(/^- /m).slice(1)
  expect(promises.length).toBeGreaterThan(8)
  const untested = promises.filter((text) => {
    const named = [...text.matchAll(/`(?:[\w/]*\/)?([\w.-]+\.test\.ts|test_\w+\.py)`/g)].map(([, file = '']) => file)
    return named.length === 0 || named.some((file) => textOf(file) === '')
  })
  expect(untested.map((text) => text.slice(0, 60))).toEqual([])
})
