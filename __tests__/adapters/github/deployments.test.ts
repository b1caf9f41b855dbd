import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { startGitHub } from '../../../local/github/server.ts'
import type { GitHub, Trouble } from '../../../local/github/server.ts'
import { githubDeployments } from '../../../src/adapters/github/deployments.ts'
import type { StartedDeployment } from '../../../src/domain/deployment/payload.ts'
import { isNotAllowed } from '../../../src/errors.ts'
import { temporaryFolder } from '../../fakes/temporary-folder.ts'
import { repositoryIn } from '../../fakes/repository.ts'
import { limitInHand, patientLimit } from '../../fakes/patient-limit.ts'

const folder = temporaryFolder('deployments')
let github: GitHub
let commit: string

beforeAll(async () => {
  const [first = ''] = await repositoryIn(folder, ['First'])
  commit = first
  github = await startGitHub(folder, 'the-token', { readOnlyToken: 'read-only' })
})
afterAll(() => github.stop())
beforeEach(() => {
  github.deployments.length = 0
  github.trouble = () => undefined
})

const deployments = (token: string | undefined = 'the-token') =>
  githubDeployments({ token, repository: 'acme/web', apiUrl: github.url, limit: patientLimit })
const payload = (environment = 'staging'): StartedDeployment => ({
  schema: 1,
  service: 'web',
  environment,
  command: 'deploy',
  release: '3f2a9c1d-b04e77aa',
  version: '1.4.0',
  digest: `sha256:${'a'.repeat(64)}`,
  startedAt: '2026-11-27T12:00:00.000Z',
})
const status = { state: 'in_progress', description: 'under way', logUrl: 'https://github.com/acme/web/actions/runs/7' } as const

test('reads a deployment and its statuses as it wrote them', async () => {
  const port = deployments()
  const id = await port.create(payload(), commit)
  await port.mark(id, status)
  await port.mark(id, { ...status, state: 'success', description: 'done', url: 'http://203.0.113.7' })
  expect(await port.list('staging', () => true)).toMatchObject([{ id, sha: commit, environment: 'staging', payload: payload() }])
  expect(await port.statuses(id)).toMatchObject([{ state: 'success', description: 'done' }, status])
  expect(github.deployments[0]?.statuses[1]?.environmentUrl).toBe('http://203.0.113.7')
  expect(await port.list('production', () => true)).toEqual([])
})

test.each([
  ['production', true, false],
  ['production-eu', true, false],
  ['prod', true, false],
  ['product', false, false],
  ['staging', false, false],
  ['pr-12', false, true],
])('%s is a production environment: %s, transient: %s', async (environment, production, transient) => {
  await deployments().create(payload(environment), commit)
  expect(github.deployments).toMatchObject([{ environment, production, transient }])
})

test('a success leaves the deployments of other services unchanged', async () => {
  const port = deployments()
  for (const id of [await port.create(payload(), commit), await port.create(payload(), commit)])
    await port.mark(id, { ...status, state: 'success' })
  expect(github.deployments.map(({ statuses }) => statuses.at(-1)?.state)).toEqual(['success', 'success'])
})

test('finds the time of a commit, if GitHub knows it', async () => {
  expect(await deployments().committedAt(commit)).toMatch(/^\d{4}-\d\d-\d\dT/)
  expect(await deployments().committedAt('0'.repeat(40))).toBeUndefined()
})

describe('a refusal is explained', () => {
  const refusal = (token?: string): Promise<unknown> =>
    deployments(token)
      .create(payload(), commit)
      .catch((error: unknown) => error)

  test('by the missing permission', async () => {
    const error = await refusal('read-only')
    expect(isNotAllowed(error)).toBe(true)
    expect(error).toMatchObject({ hint: expect.stringContaining('deployments: write') })
  })

  test.each<[string, Trouble, string]>([
    ['throttles', { status: 403, message: 'secondary rate limit', headers: { 'retry-after': '60' } }, 'GitHub throttles the token'],
    ['counts', { status: 403, message: 'rate limit', headers: { 'x-ratelimit-remaining': '0' } }, 'GitHub throttles the token'],
    ['has too many', { status: 429, message: 'Too many' }, 'GitHub throttles the token'],
    ['is down', { status: 502, message: 'Bad gateway' }, 'GitHub answered with status 502'],
  ])('when GitHub %s', async (_, trouble, message) => {
    github.trouble = () => trouble
    expect(await refusal()).toMatchObject({ message })
  })

  test('when GitHub does not answer in time', async () => {
    const { limit, reach } = limitInHand()
    github.trouble = () => (reach(), 'hang')
    const hanging = githubDeployments({ token: 'the-token', repository: 'acme/web', apiUrl: github.url, limit })
    await expect(hanging.create(payload(), commit)).rejects.toThrow('GitHub did not answer')
  })

  test('when the commit is not on GitHub', async () => {
    await expect(deployments().create(payload(), '0'.repeat(40))).rejects.toThrow('GitHub answered with status 422')
  })

  test('when nothing listens', async () => {
    const nowhere = githubDeployments({ token: 'the-token', repository: 'acme/web', apiUrl: 'http://127.0.0.1:9', limit: patientLimit })
    await expect(nowhere.list('staging', () => true)).rejects.toThrow('GitHub did not answer')
  })
})
