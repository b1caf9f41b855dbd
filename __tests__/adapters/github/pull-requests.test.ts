import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'

const folder = temporaryFolder('pulls')
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
  github.pullRequests.set(1, { state: 'open' }).set(2, { state: 'closed' })
})
afterAll(() => github.stop())

const stateOf = (number: number, token: string | undefined = 'read-only') =>
  githubPullRequests({ token, repository: 'acme/web', apiUrl: github.url }).state(number)

test.each([
  [1, 'open'],
  [2, 'closed'],
])('pull request %d is %s', async (number, state) => {
  expect(await stateOf(number)).toBe(state)
})

test.each([
  ['one that is not there', 3, 'read-only'],
  ['a token that is wrong', 2, 'wrong'],
  ['no token', 2, ''],
])('nobody tells of %s', async (_, number, token) => {
  await expect(stateOf(number, token)).rejects.toThrow()
})
