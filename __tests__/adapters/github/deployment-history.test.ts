import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub } from '../../../local/github/server.ts'
import { githubDeployments } from '../../../src/adapters/github/deployments.ts'
import { githubDeploymentHistory } from '../../../src/adapters/github/deployment-history.ts'
import { isNotAllowed } from '../../../src/errors.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { repositoryIn } from '../../fakes/repository.ts'
import { patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('deployment-history')
let github: GitHub

beforeAll(async () => {
  const [first = ''] = await repositoryIn(folder, ['First'])
  const commit = first
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
  const written = githubDeployments({ token: 'the-token', repository: 'acme/web', apiUrl: github.url, limit: patientLimit })
  for (let at = 0; at < 120; at += 1) {
    const digest = `sha256:${'a'.repeat(64)}`
    const named = {
      schema: 1,
      service: 'web',
      environment: 'production',
      command: 'deploy',
      release: `r-${at}`,
      version: '1',
      digest,
    } as const
    const id = await written.create({ ...named, startedAt: '2026-11-27T12:00:00.000Z' }, commit)
    if (at === 119) await written.mark(id, { state: 'success', description: 'deployed; verified +1s', logUrl: 'https://x/actions/runs/1' })
  }
})
afterAll(() => github.stop())
beforeEach(() => {
  github.trouble = () => undefined
})

const within = (from: number, until = Infinity, token = 'read-only') =>
  githubDeploymentHistory({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit }).within('production', { from, until })

test('reads all pages with the statuses', async () => {
  const { deployments, complete } = await within(0)
  expect([deployments.length, complete]).toEqual([120, true])
  expect(deployments.find(({ statuses }) => statuses.length > 0)?.statuses).toMatchObject([{ description: 'deployed; verified +1s' }])
})

test('reads only deployments in the period, and no later page', async () => {
  const before = github.requests.length
  expect(await within(Date.now() + 1_000_000)).toEqual({ deployments: [], complete: true })
  expect(github.requests.length).toBe(before + 1)
  expect((await within(0, 1)).deployments).toEqual([])
})

test('names the permission that the token lacks', async () => {
  github.trouble = () => ({ status: 403, message: 'Resource not accessible by integration' })
  const error = await within(0).catch((cause: unknown) => cause)
  expect(isNotAllowed(error) && error.hint).toContain('deployments: read')
  github.trouble = () => ({ status: 403, message: 'API rate limit exceeded', headers: { 'x-ratelimit-remaining': '0' } })
  await expect(within(0)).rejects.toThrow('throttles')
  await expect(within(0, Infinity, '')).rejects.toThrow('github-token')
})
