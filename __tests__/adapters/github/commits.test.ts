import { createServer } from 'node:http'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { githubCommits } from '../../../src/adapters/github/commits.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const asked: string[] = []
/** What GitHub, or whatever answers for it, says of the commit `hostile`. */
let hostile: unknown
let server: Server
let apiUrl: string

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.headers.authorization} ${request.url}`)
    const commits = [
      { sha: 'b1', commit: { message: 'Add a\n\nwith a body', author: { name: 'Ada L.' } }, author: { login: 'ada' } },
      { sha: 'b2', commit: { message: 'Fix b', author: { name: 'Grace' } }, author: null },
    ]
    if (request.url?.includes('/compare/hostile')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(hostile))
      return
    }
    const found = request.url?.startsWith('/repos/acme/web/compare/a0...b2')
    response
      .writeHead(found ? 200 : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(found ? { status: 'ahead', commits } : { message: 'Not Found' }))
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

const commits = (token: string | undefined) => githubCommits({ token, repository: 'acme/web', apiUrl, limit: patientLimit })

test('compares two commits, and lists those between them', async () => {
  expect(await commits('t').compare('a0', 'b2')).toEqual({
    relation: 'ahead',
    commits: [
      { sha: 'b1', title: 'Add a', author: 'ada', change: 'other' },
      { sha: 'b2', title: 'Fix b', author: 'Grace', change: 'other' },
    ],
  })
  expect(asked[0]).toMatch(/^token t \/repos\/acme\/web\/compare\/a0\.\.\.b2/)
})

test('lists the files that the commits change, if GitHub knows', async () => {
  const files = [
    { filename: 'db/migrate/1.rb', additions: 2, deletions: 1 },
    { filename: 'a.ts', additions: 5, deletions: 0 },
  ]
  hostile = { status: 'ahead', commits: [], files }
  expect((await commits('t').compare('hostile', 'b2'))?.files).toEqual({
    count: 2,
    all: true,
    added: 7,
    removed: 1,
    migrations: ['db/migrate/1.rb'],
  })
  hostile = { status: 'ahead', commits: [], files: [{ filename: 7 }] }
  expect(await commits('t').compare('hostile', 'b2')).toEqual({ relation: 'ahead', commits: [] })
})

test.each([
  ['the commit is unknown', 't', 'a9'],
  ['there is no token', undefined, 'a0'],
  ['there is no earlier release', 't', ''],
])('knows nothing if %s', async (_, token, base) => {
  expect(await commits(token).compare(base, 'b2')).toBeUndefined()
})

const COMMIT = { sha: 'b1', commit: { message: 'Add a', author: { name: 'Ada' } }, author: null }

test.each<[string, unknown]>([
  ['is not a comparison', []],
  ['has an unknown relation', { status: 'sideways', commits: [] }],
  ['has no commits', { status: 'ahead' }],
  ['has a commit with an invalid id', { status: 'ahead', commits: [{ ...COMMIT, sha: '](https://example.com)' }] }],
  ['has a commit without a message', { status: 'ahead', commits: [{ ...COMMIT, commit: {} }] }],
  ['has more commits than GitHub gives', { status: 'ahead', commits: Array.from({ length: 251 }, () => COMMIT) }],
])('knows nothing if the answer %s', async (_, answer) => {
  hostile = answer
  expect(await commits('t').compare('hostile', 'b2')).toBeUndefined()
})

test('shortens a title to one line', async () => {
  hostile = { status: 'ahead', commits: [{ ...COMMIT, commit: { message: `${'x'.repeat(9_999)}\r::error::y`, author: null } }] }
  expect(await commits('t').compare('hostile', 'b2')).toEqual({
    relation: 'ahead',
    commits: [{ sha: 'b1', title: 'x'.repeat(200), author: '', change: 'other' }],
  })
})

test('knows nothing if GitHub does not answer', async () => {
  const down = githubCommits({ token: 't', repository: 'acme/web', apiUrl: 'http://127.0.0.1:1', limit: patientLimit })
  expect(await down.compare('a0', 'b2')).toBeUndefined()
})
