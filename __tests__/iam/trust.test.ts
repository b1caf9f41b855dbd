import { describe, expect, test } from '@jest/globals'
import { IAM } from './requests.ts'
import { setupTemplate } from './template.ts'

const PARAMETERS = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' }
const { PlannerRole, Runner } = setupTemplate({ ...PARAMETERS, Planner: 'create' })

describe('trust', () => {
  const classic = 'repo:octo/shop:environment:production'
  const withIds = ['repo:octo@1/shop@2:environment:production']
  test.each([
    [{}, [classic, 'repo:octo@*/shop@*:environment:production']],
    [{ GitHubOrgId: '1', GitHubRepositoryId: '2' }, withIds],
    [{ Branch: 'main' }, ['repo:octo/shop:ref:refs/heads/main', 'repo:octo@*/shop@*:ref:refs/heads/main']],
    [{ Branch: 'main', GitHubOrgId: '1', GitHubRepositoryId: '2' }, ['repo:octo@1/shop@2:ref:refs/heads/main']],
    [
      { Environment: 'production-eu', GitHubEnvironment: 'Production EU' },
      [classic, 'repo:octo@*/shop@*:environment:production'].map((sub) => sub.replace('production', 'Production EU')),
    ],
    [
      { Environment: 'pr', EnvironmentPattern: 'pr-*' },
      [classic, 'repo:octo@*/shop@*:environment:production'].map((sub) => sub.replace('production', 'pr-*')),
    ],
    [
      { Environment: 'staging', OidcProvider: 'existing' },
      [classic, 'repo:octo@*/shop@*:environment:production'].map((sub) => sub.replace('production', 'staging')),
    ],
  ])('with %j', (parameters, subjects) => {
    const [statement, ...others] = setupTemplate({ ...PARAMETERS, ...parameters }).Runner.Properties.AssumeRolePolicyDocument.Statement
    expect(others).toEqual([])
    expect(statement).toMatchObject({
      Principal: { Federated: `${IAM}:oidc-provider/token.actions.githubusercontent.com` },
      Condition: {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: { 'token.actions.githubusercontent.com:sub': subjects },
      },
    })
  })
})

describe('a subject, of which each repository of the owner may choose the claims,', () => {
  const crossing = 'repo:octo@1/evil@3:ref:refs/heads/x/shop@2:environment:production'
  test.each([
    ['the runner', Runner, crossing, false],
    ['the runner', Runner, 'repo:octo@1/evil@3:environment:production', false],
    ['the runner', Runner, 'repo:octo@1/shop@2:environment:production', true],
    ['the planner', PlannerRole, crossing, false],
    ['the planner', PlannerRole, 'repo:octo@1/shop@2:pull_request', true],
    ['the planner', PlannerRole, 'repo:octo@1/shop@2:ref:refs/heads/x', true],
  ])('is held against the trust of %s (%#)', (_, role, subject, trusted) => {
    const [{ Condition }] = role.Properties.AssumeRolePolicyDocument.Statement
    const matches = (operator: string): boolean =>
      [Condition[operator]['token.actions.githubusercontent.com:sub']]
        .flat()
        .some((pattern: string) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(subject))
    expect(matches('StringLike') && !matches('StringNotLike')).toBe(trusted)
  })
})

describe('the issuer of the tokens', () => {
  const OidcIssuer = 'github.example.com/_services/token'
  test('of GitHub Enterprise Server is the only one that is trusted', () => {
    const { GitHub, Runner: other } = setupTemplate({ ...PARAMETERS, OidcIssuer })
    const [{ Principal, Condition }] = other.Properties.AssumeRolePolicyDocument.Statement
    expect(GitHub.Properties.Url).toBe(`https://${OidcIssuer}`)
    expect(Principal).toEqual({ Federated: `${IAM}:oidc-provider/${OidcIssuer}` })
    const keys = Object.values<object>(Condition).flatMap((one) => Object.keys(one))
    expect(new Set(keys)).toEqual(new Set([`${OidcIssuer}:aud`, `${OidcIssuer}:sub`]))
  })
})
