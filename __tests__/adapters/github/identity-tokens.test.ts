import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { githubIdentityTokens } from '../../../src/adapters/github/identity-tokens.ts'
import { claimsOf } from '../../../src/domain/identity/claims.ts'
import { startIdentityProvider } from '../../../local/github/identity.ts'
import type { IdentityProvider } from '../../../local/github/identity.ts'

const JOB = { sub: 'repo:octo/web:environment:production', environment: 'production' }
let provider: IdentityProvider

beforeAll(async () => void (provider = await startIdentityProvider()))
afterAll(() => provider.stop())
afterEach(() => {
  delete process.env['ACTIONS_ID_TOKEN_REQUEST_URL']
  delete process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']
  provider.failing = undefined
})

test('gets a token for the audience', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  const token = await githubIdentityTokens.issue('sts.amazonaws.com')
  expect(claimsOf(token)).toEqual({ ...JOB, iss: 'https://token.actions.githubusercontent.com', aud: 'sts.amazonaws.com' })
  expect(provider.issued).toEqual([token])
})

test('names the permission that the job lacks', async () => {
  await expect(githubIdentityTokens.issue('x')).rejects.toMatchObject({
    code: 'no-identity-token',
    message: expect.stringContaining('ACTIONS_ID_TOKEN_REQUEST_URL'),
    hint: expect.stringContaining('id-token: write'),
  })
})

test('reports a refusal of GitHub in one line', async () => {
  Object.assign(process.env, provider.forJob(JOB))
  provider.failing = 403
  const error = (await githubIdentityTokens.issue('x').catch((cause: unknown) => cause)) as Error
  expect(error.message).toMatch(/^GitHub gave this job no identity token: Failed to get ID Token\. .*403.*$/)
})
