import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubEnvironments } from '../../../src/adapters/github/environments.ts'
import { isNotAllowed } from '../../../src/errors.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('environments')
let github: GitHub

beforeAll(async () => {
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
  github.environments.set('production', { reviewers: ['ada', 'bob'], branches: ['main', 'release/*'] })
  github.environments.set('staging', { reviewers: [], branches: undefined })
  github.environments.set('guarded', { reviewers: [], branches: 'protected' })
})
afterAll(() => github.stop())
beforeEach(() => {
  github.protectedBranches.length = 0
  github.trouble = () => undefined
})

const rulesOf = (name: string, token = 'read-only') =>
  githubEnvironments({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).rules(name)

test('reads the rules for reviewers and named branches', async () => {
  expect(await rulesOf('production')).toEqual({
    ...{ reviewers: ['ada', 'bob'], selfReview: true, waitMinutes: 0 },
    branches: { kind: 'named', patterns: ['main', 'release/*'] },
  })
})

test('reads an environment without rules', async () => {
  expect(await rulesOf('staging')).toMatchObject({ reviewers: [], branches: { kind: 'all' } })
})

test('counts protected branches only if there are any', async () => {
  expect(await rulesOf('guarded')).toMatchObject({ branches: { kind: 'protected', none: true } })
  github.protectedBranches.push('main')
  expect(await rulesOf('guarded')).toMatchObject({ branches: { kind: 'protected', none: false } })
})

test('finds no rules of a missing environment', async () => {
  expect(await rulesOf('pr-12')).toBeUndefined()
})

test('distinguishes a missing permission from an answer', async () => {
  github.trouble = () => ({ status: 403, message: 'Resource not accessible by integration' })
  const error = await rulesOf('production').catch((cause: unknown) => cause)
  expect(isNotAllowed(error)).toBe(true)
  github.trouble = () => ({ status: 429, message: 'slow down' })
  await expect(rulesOf('production')).rejects.toThrow('throttles')
  await expect(
    githubEnvironments({ token: '', repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).rules('production'),
  ).rejects.toThrow('github-token')
})
