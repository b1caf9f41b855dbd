import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { githubIdentityTokens } from '../../../src/adapters/github/identity-tokens.ts'
import { claimsOf } from '../../../src/domain/identity/claims.ts'
import { startIdentityProvider } from '../../../local/github/identity.ts'
import type { IdentityProvider } from '../../../local/github/identity.ts'

const JOB = { sub: 'repo:octo/web:environment:production', environment: 'production' }
let provider: IdentityProvider
let slept: number[] = []
/** What happens while the run waits, before it asks again. */
let meanwhile = (): void => undefined
const clock = { sleep: async (ms: number) => (slept.push(ms), meanwhile()) }
const tokens = githubIdentityTokens({ clock })

beforeAll(async () => void (provider = await startIdentityProvider()))
afterAll(() => provider.stop())
afterEach(() => {
  delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL']
  delete process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  provider.failing = undefined
  slept = []
  meanwhile = () => undefined
})

test('gets a token for the audience', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  const token = await tokens.issue('sts.amazonaws.com')
  expect(claimsOf(token)).toEqual({ ...JOB, iss: 'https://token.actions.githubusercontent.com', aud: 'sts.amazonaws.com' })
  expect(provider.issued).toEqual([token])
})

test('names the permission that the job lacks', async () => {
  await expect(tokens.issue('x')).rejects.toMatchObject({
    code: 'no-identity-token',
    message: expect.stringContaining('ACTIONS_ID_TOKEN_REQUEST_URL'),
    hint: expect.stringContaining('id-token: write'),
  })
  expect(slept).toEqual([])
})

test('reports a refusal of GitHub in one line', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  provider.failing = 403
  const error = (await tokens.issue('x').catch((cause: unknown) => cause)) as Error
  expect(error.message).toMatch(/^GitHub gave this job no identity token: Failed to get ID Token\. .*403.*$/)
})

test.each([403, 500, 'silent'] as const)('asks again after %s, as GitHub has such moments', async (failing) => {
  Object.assign(process.env, provider.forJob(JOB))
  provider.failing = failing
  meanwhile = () => void (provider.failing = undefined)
  const token = await githubIdentityTokens({ clock, ...(failing === 'silent' && { limit: 500 }) }).issue('x')
  expect(claimsOf(token)).toMatchObject(JOB)
  expect(slept[0]).toBe(1000)
})

test('ends if GitHub stays silent', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  provider.failing = 'silent'
  await expect(githubIdentityTokens({ clock, limit: 20 }).issue('x')).rejects.toMatchObject({
    code: 'no-identity-token',
    message: expect.stringContaining('no answer in 0.02 s'),
  })
  expect(slept).toEqual([1000, 3000])
})
