import { describe, expect, it, test } from '@jest/globals'
import { claimsOf } from '../../../src/domain/identity/claims.ts'
import { adviceOn, claimLines, trustFor, trustLines } from '../../../src/domain/identity/trust.ts'

const ROLE = 'arn:aws:iam::111122223333:role/deploy'
const CLAIMS = {
  iss: 'https://token.actions.githubusercontent.com',
  sub: 'repo:octo-org/web:environment:production',
  aud: 'sts.amazonaws.com',
  environment: 'production',
}
const tokenOf = (payload: string) => `head.${Buffer.from(payload).toString('base64url')}.signature`

describe('the claims of a token', () => {
  it('are what its payload says', () => {
    expect(claimsOf(tokenOf(JSON.stringify({ ...CLAIMS, jti: 'x', exp: 1 })))).toEqual(CLAIMS)
  })

  it.each(['', 'no token', 'a.b.c', tokenOf('[]'), tokenOf(JSON.stringify({ ...CLAIMS, sub: 'two\nlines' })), tokenOf('{"iss":"x"}')])(
    'are unknown of %j',
    (token) => {
      expect(claimsOf(token)).toBeUndefined()
    },
  )
})

describe('the trust that would match', () => {
  it('names provider, audience and subject of the token', () => {
    expect(trustFor(CLAIMS, ROLE)).toEqual({
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': 'repo:octo-org/web:environment:production',
        },
      },
    })
  })

  it('is in the partition and account of the role, for the issuer of an Enterprise Server, too', () => {
    const claims = { ...CLAIMS, iss: 'https://github.example.com/_services/token' }
    expect(trustFor(claims, 'arn:aws-cn:iam::444455556666:role/x')).toMatchObject({
      Principal: { Federated: 'arn:aws-cn:iam::444455556666:oidc-provider/github.example.com/_services/token' },
    })
  })

  it('is shown only if the role lacks it', () => {
    const [line, ...others] = trustLines('Not authorized to perform sts:AssumeRoleWithWebIdentity', CLAIMS, ROLE)
    expect(line).toBe(`A trust statement that matches: \`${JSON.stringify(trustFor(CLAIMS, ROLE))}\``)
    expect(others).toEqual([])
    expect(trustLines('Incorrect token audience', CLAIMS, ROLE)).toEqual([])
    expect(trustLines('Not authorized', undefined, ROLE)).toEqual([])
  })
})

test('what a token says is a line each', () => {
  expect(claimLines(CLAIMS)).toEqual([
    'sub: `repo:octo-org/web:environment:production`',
    'aud: `sts.amazonaws.com`',
    'iss: `https://token.actions.githubusercontent.com`',
    'environment: `production`',
  ])
  expect(claimLines({ iss: CLAIMS.iss, sub: CLAIMS.sub, aud: CLAIMS.aud })).toContain('environment: none')
  expect(claimLines(undefined)).toEqual(['The identity token cannot be read.'])
})

it.each([
  ['Incorrect token audience', CLAIMS.sub, /input audience/],
  ['No OpenIDConnect provider found in your account for https://x', CLAIMS.sub, /identity provider.*docs\/iam\/setup\.yaml/],
  ['The requested DurationSeconds exceeds the MaxSessionDuration set for this role', CLAIMS.sub, /role-duration/],
  ['Not authorized to perform sts:AssumeRoleWithWebIdentity', CLAIMS.sub, /^Let the role trust this subject.*does not exist/],
  [
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'repo:o/w:ref:refs/heads/main',
    /^Give the job the environment.*`environment: production`/,
  ],
  [
    'Not authorized to perform sts:AssumeRoleWithWebIdentity',
    'repo:o/w:pull_request',
    /^Do not let a role that deploys trust pull requests.*environment.*label.*planner's role/,
  ],
  ['Something new', CLAIMS.sub, /docs\/permissions\.md/],
])('to %j of %s, the next step is %s', (message, sub, expected) => {
  expect(adviceOn(message, { ...CLAIMS, sub })).toMatch(expected)
})

it.each(['repo:o/w:pull_request', 'repo:o@1/w@2:pull_request', 'repo:o/w:pull_request:job_workflow_ref:o/w/.github/workflows/x.yml'])(
  'no trust is shown for %s',
  (sub) => {
    const message = 'Not authorized to perform sts:AssumeRoleWithWebIdentity'
    expect(trustLines(message, { ...CLAIMS, sub }, 'arn:aws:iam::123456789012:role/runner')).toEqual([])
    expect(adviceOn(message, { ...CLAIMS, sub })).not.toMatch(/let the role trust this subject/i)
  },
)

it('a branch that is called like a pull request is a branch', () => {
  const sub = 'repo:o/w:ref:refs/heads/pull_request'
  expect(trustLines('Not authorized', { ...CLAIMS, sub }, 'arn:aws:iam::123456789012:role/runner')).toHaveLength(1)
})
