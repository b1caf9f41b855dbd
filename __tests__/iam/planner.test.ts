import { describe, expect, test } from '@jest/globals'
import { setupTemplate } from './template.ts'
import type { Statement } from './template.ts'

const PARAMETERS = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web', Planner: 'create' }
const { PlannerRole, Runner } = setupTemplate(PARAMETERS)
const statements = (role: typeof Runner): Statement[] =>
  role.Properties.Policies.flatMap(({ PolicyDocument }: { PolicyDocument: { Statement: Statement[] } }) => PolicyDocument.Statement)
const actions = (role: typeof Runner): string[] => statements(role).flatMap(({ Action }) => Action)

describe("the planner's role", () => {
  test('only looks', () => {
    expect(actions(PlannerRole).filter((action) => !/^\w+:(BatchGet|Describe|Get)/.test(action))).toEqual([])
  })

  test('may do nothing that the role of a deploy may not', () => {
    expect(actions(PlannerRole).filter((action) => !actions(Runner).includes(action))).toEqual([])
  })

  test('reads no parameter but the release record, and the names of machine images', () => {
    const parameters = statements(PlannerRole).filter(({ Action }) => [Action].flat().some((action) => action.startsWith('ssm:')))
    expect(parameters.flatMap(({ Resource }) => Resource)).toEqual([
      'arn:aws:ssm:us-east-1:123456789012:parameter/docker-to-ec2/web/production/release',
      'arn:aws:ssm:us-east-1:*:parameter/aws/service/*',
    ])
  })

  test.each([
    [
      {},
      [
        'repo:octo/shop:pull_request',
        'repo:octo/shop:ref:refs/heads/main',
        'repo:octo@*/shop@*:pull_request',
        'repo:octo@*/shop@*:ref:refs/heads/main',
      ],
    ],
    [
      { GitHubOrgId: '1', GitHubRepositoryId: '2', DefaultBranch: 'trunk' },
      ['repo:octo@1/shop@2:pull_request', 'repo:octo@1/shop@2:ref:refs/heads/trunk'],
    ],
  ])('with %j it trusts the pull requests and the branch of its repository', (parameters, subjects) => {
    const { Statement: trust } = setupTemplate({ ...PARAMETERS, ...parameters }).PlannerRole.Properties.AssumeRolePolicyDocument
    expect(trust).toHaveLength(1)
    expect(trust[0].Condition).toEqual({
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { 'token.actions.githubusercontent.com:sub': subjects },
    })
  })
})
