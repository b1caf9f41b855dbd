import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubComments } from '../../../src/adapters/github/issues/comments.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const MARKER = '<!-- mark -->'
const folder = temporaryFolder('comments')
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
})
afterAll(() => github.stop())
beforeEach(() => {
  github.comments.length = 0
  github.requests.length = 0
  github.people.members.clear()
  github.people.members.set('ada', { role: 'write' }).set('tom', { role: 'triage' }).set('grace', { role: 'admin', id: 666 })
})

const put = (body: string, token: string | undefined = 'the-token', pullRequest = 7) =>
  githubComments({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).put(pullRequest, MARKER, `${MARKER}\n${body}`)
const other = (changes: Partial<GitHub['comments'][number]> = {}) => ({
  id: 100 + github.comments.length,
  issue: 7,
  body: `${MARKER}\nnot ours`,
  login: 'eve',
  type: 'User' as const,
  association: 'NONE' as const,
  ...changes,
})

test('writes the first comment, and then updates it', async () => {
  expect(await put('one')).toBe('https://github.example/acme/web/pull/7#issuecomment-1')
  expect(await put('two')).toBe('https://github.example/acme/web/pull/7#issuecomment-1')
  expect(github.comments.map(({ body }) => body)).toEqual([`${MARKER}\ntwo`])
})

test('finds it on a later page', async () => {
  for (let at = 0; at < 130; at += 1) github.comments.push(other({ body: 'talk' }))
  await put('one')
  await put('two')
  expect(github.comments).toHaveLength(131)
})

test.each([
  ['of a stranger', { association: 'NONE' as const }, 2],
  ['of an occasional contributor', { association: 'CONTRIBUTOR' as const }, 2],
  ['of somebody who can write, by whose token it was written', { login: 'ada' }, 1],
  ['of a member of the organization who can only read', { association: 'MEMBER' as const }, 2],
  ['of a collaborator who can only triage', { association: 'COLLABORATOR' as const, login: 'tom' }, 2],
  ['of an account whose login belongs to another one now', { login: 'grace' }, 2],
  ['of another bot', { type: 'Bot' as const }, 1],
  ['that only quotes the marker', { type: 'Bot' as const, body: `> ${MARKER}` }, 2],
  ['on another pull request', { type: 'Bot' as const, issue: 8 }, 2],
])('updates or ignores a comment %s', async (_, changes, count) => {
  github.comments.push(other(changes))
  await put('ours')
  expect(github.comments).toHaveLength(count)
})

test('checks the permission of each author of such comments once', async () => {
  for (let at = 0; at < 5; at += 1) github.comments.push(other(), other({ body: 'talk', login: 'ben' }))
  await put('ours')
  expect(github.requests.filter((line) => line.includes('/collaborators/'))).toEqual(['GET /repos/acme/web/collaborators/eve/permission'])
})

describe('a malformed answer of GitHub', () => {
  const answers: unknown[] = []
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers.shift()))
  })
  beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => void server.close())
  const putThere = () => {
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return githubComments({ token: 't', repository: 'acme/web', apiUrl, limit: patientLimit }).put(7, MARKER, MARKER)
  }

  test.each<[string, unknown, unknown]>([
    ['comments that are no list', { comments: [] }, undefined],
    ['a comment without an address', [], {}],
    ['an address that breaks out of its line', [], { html_url: 'https://x\n::error::y' }],
    ['an address that is a script', [], { html_url: 'javascript:alert(1)' }],
  ])('is reported, but its contents are not: %s', async (_, list, written) => {
    answers.splice(0, Infinity, list, written)
    await expect(putThere()).rejects.toThrow(/GitHub's answer to .* does not match its documentation/)
  })

  test('is ignored if it is not a comment', async () => {
    const trusted = { user: { id: 1, login: 'a[bot]', type: 'Bot' } }
    answers.splice(0, Infinity, [7, null, { ...trusted, body: MARKER, id: '../../../issues/8' }, { ...trusted, body: 5, id: 5 }])
    answers.push({ html_url: 'https://github.example/1' })
    expect(await putThere()).toBe('https://github.example/1')
  })
})

test.each([
  ['a read-only token', 'read-only', 'Resource not accessible by integration'],
  ['a wrong token', 'wrong', 'Bad credentials'],
  ['no token', '', 'there is no github-token'],
])('reports %s', async (_, token, words) => {
  await expect(put('x', token)).rejects.toThrow(words)
})
