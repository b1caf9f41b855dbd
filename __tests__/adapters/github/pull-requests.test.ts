import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubPullRequests } from '../../../src/adapters/github/pull-requests.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('pulls')
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
  github.pullRequests.set(1, { state: 'open', commit: 'a'.repeat(40) }).set(2, { state: 'closed', commit: 'b'.repeat(40) })
})
afterAll(() => github.stop())

const read = (number: number, token: string | undefined = 'read-only') =>
  githubPullRequests({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).read(number)

test.each([
  [1, 'open', 'a'],
  [2, 'closed', 'b'],
])('pull request %d is %s and has its newest commit', async (number, state, digit) => {
  expect(await read(number)).toEqual({ state, head: digit.repeat(40) })
})

test.each([
  ['a missing pull request', 3, 'read-only'],
  ['a wrong token', 2, 'wrong'],
  ['no token', 2, ''],
])('throws for %s', async (_, number, token) => {
  await expect(read(number, token)).rejects.toThrow()
})
