import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../../local/github/server.ts'
import type { GitHub } from '../../local/github/server.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'
import { repositoryIn } from '../fakes/repository.ts'

const folder = temporaryFolder('github')
let github: GitHub
const commits: string[] = []

beforeAll(async () => {
  commits.push(...(await repositoryIn(folder, ['First', 'Second', 'Third'])))
  github = await startGitHub(folder, 'the-token')
})
afterAll(() => github.stop())

async function ask(method: string, path: string, body?: unknown, token = 'the-token') {
  const headers = { authorization: `token ${token}`, 'content-type': 'application/json' }
  const response = await fetch(github.url + path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return { status: response.status, body: await response.json() }
}

test.each([
  [0, 2, 'ahead', 2],
  [2, 0, 'behind', 0],
  [1, 1, 'identical', 0],
])('commit %d to commit %d is %s', async (base, head, status, count) => {
  const answer = await ask('GET', `/repos/acme/web/compare/${commits[base]}...${commits[head]}`)
  expect(answer).toMatchObject({ status: 200, body: { status, ahead_by: count } })
})

test.each<[string, string, string, unknown, string, number]>([
  ['an unknown commit', 'GET', `/repos/acme/web/compare/${'0'.repeat(40)}...main`, undefined, 'the-token', 404],
  ['an unknown path', 'GET', '/repos/acme/web/secrets', undefined, 'the-token', 404],
  ['an unknown token', 'GET', '/repos/acme/web/issues/7/comments', undefined, 'wrong', 401],
  ['a page that is no number', 'GET', '/repos/acme/web/issues/7/comments?page=first', undefined, 'the-token', 422],
  ['a comment without a body', 'POST', '/repos/acme/web/issues/7/comments', {}, 'the-token', 422],
  ['a comment that is not text', 'POST', '/repos/acme/web/issues/7/comments', { body: 7 }, 'the-token', 422],
  ['a comment that is too long', 'POST', '/repos/acme/web/issues/7/comments', { body: 'x'.repeat(65_537) }, 'the-token', 422],
  ['a comment that is not there', 'PATCH', '/repos/acme/web/issues/comments/9', { body: 'x' }, 'the-token', 404],
])('%s is refused', async (_, method, path, body, token, status) => {
  expect((await ask(method, path, body, token)).status).toBe(status)
})
