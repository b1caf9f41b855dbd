import { describe, expect, test } from '@jest/globals'
import { call, command, ECR, IAM, INSTANCE, SHELL, SSM, tags } from './requests.ts'
import { mayAll } from './simulate.ts'
import type { Held, Request } from './simulate.ts'
import { setupTemplate } from './template.ts'

const PARAMETERS = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' }
const { PlannerRole, Runner } = setupTemplate({ ...PARAMETERS, Planner: 'create' })
const policies: Held = Runner.Properties.Policies
const planning: Held = PlannerRole.Properties.Policies

const RECORD = `${SSM}:parameter/docker-to-ec2/web/production/release`
const STAGING_RECORD = RECORD.replace('production', 'staging')
const PASSWORD = RECORD.replace('release', 'password')
const STATUS = `${SSM}:document/docker-to-ec2-status`
const REPOSITORY = `${ECR}/web/production`
const staging = tags('ssm:resourceTag', 'web', 'staging')

describe('promoting', () => {
  const promoting = setupTemplate({
    ...PARAMETERS,
    Planner: 'create',
    PromoteFrom: 'staging',
    PromoteFromRole: `${IAM}:role/promoter`,
    PromotedBy: `${IAM}:role/runner`,
  })
  const added: Held = [promoting.PromoteHere, promoting.PromoteFromElsewhere].map(({ Properties }) => Properties)
  const promoter: Held = promoting.Promoter.Properties.Policies
  const asking: Held = [...promoter, promoting.AskHosts.Properties]

  test.each<[string, readonly Request[]]>([
    ['read its record', call('ssm:GetParameter', STAGING_RECORD)],
    ['pull its images', call('ecr:BatchGetImage', `${ECR}/web/staging`)],
    ['take the role of another account', call('sts:AssumeRole', `${IAM}:role/promoter`)],
  ])('the runner may %s only if the parameter is set', async (_, requests) => {
    expect(await mayAll([...policies, ...added], requests)).toBe(true)
    expect(await mayAll(policies, requests)).toBe(false)
  })

  test.each<[string, readonly Request[]]>([
    ['send anything to its host', command(SHELL, staging)],
    ['read its secrets', call('ssm:GetParameter', STAGING_RECORD.replace('release', 'password'))],
    ['write its record', call('ssm:PutParameter', STAGING_RECORD)],
    ['push to its repository', call('ecr:PutImage', `${ECR}/web/staging`)],
    ['terminate its host', call('ec2:TerminateInstances', INSTANCE, tags('aws:ResourceTag', 'web', 'staging'))],
    ['take any role', call('sts:AssumeRole', `${IAM}:role/admin`)],
  ])('the runner may not %s', async (_, requests) => {
    expect(await mayAll([...policies, ...added], requests)).toBe(false)
  })

  test('the planner may read what the runner may there, send that document to its own hosts, and no other', async () => {
    const { PromoteHere, AskHosts } = promoting
    expect(PromoteHere.Properties.Roles).toHaveLength(2)
    expect(AskHosts.Properties.Roles).toHaveLength(3)
    const all: Held = [...planning, PromoteHere.Properties, AskHosts.Properties]
    expect(await mayAll(all, call('ssm:GetParameter', STAGING_RECORD))).toBe(true)
    expect(await mayAll(all, command(STATUS, tags('ssm:resourceTag')))).toBe(true)
    expect(await mayAll(all, command(STATUS, staging))).toBe(false)
    expect(await mayAll(all, command(SHELL, tags('ssm:resourceTag')))).toBe(false)
    const written = actionsOf([PromoteHere.Properties])
    expect(written.filter((action) => !/^\w+:(BatchGet|BatchCheck|Describe|Get)[A-Z]\w+$/.test(action))).toEqual([])
  })

  test('a repository that is named is read and not written to', async () => {
    const { PromoteHere } = setupTemplate({ ...PARAMETERS, PromoteFrom: 'staging', PromoteFromEcrRepository: 'web-staging' })
    const all: Held = [...policies, PromoteHere.Properties]
    expect(await mayAll(all, call('ecr:BatchGetImage', `${ECR}/web-staging`))).toBe(true)
    expect(await mayAll(all, call('ecr:PutImage', `${ECR}/web-staging`))).toBe(false)
  })

  test.each<[string, readonly Request[], boolean]>([
    ['ask the host', command(STATUS, tags('ssm:resourceTag')), true],
    ['read the record', call('ssm:GetParameter', RECORD), true],
    ['pull', call('ecr:BatchGetImage', REPOSITORY), true],
    ['send a shell script', command(SHELL, tags('ssm:resourceTag')), false],
    ['send a shell script of the account', command(STATUS.replace('-status', '-shell'), tags('ssm:resourceTag')), false],
    ['see instances', call('ec2:DescribeInstances', '*'), false],
    ['list what commands put out', call('ssm:ListCommandInvocations', '*'), false],
    ['push', call('ecr:PutImage', REPOSITORY), false],
    ['write the record', call('ssm:PutParameter', RECORD), false],
    ['read secrets', call('ssm:GetParameter', PASSWORD), false],
    ['ask other hosts', command(STATUS, staging), false],
  ])('the role that others promote by: %s', async (_, requests, allowed) => {
    expect(await mayAll(asking, requests)).toBe(allowed)
  })

  test.each([
    ['web.staging', true],
    ['my-shop.pr-12', true],
    ["web.staging' ; id '", false],
    ['web.staging\nid', false],
    ['$(id).staging', false],
    ['../../etc.staging', false],
    ['--help', false],
  ])('the document takes the service %j: %s', (service, taken) => {
    const { parameters } = promoting.AskForStatus.Properties.Content
    expect(Object.keys(parameters)).toEqual(['service'])
    expect(new RegExp(parameters.service.allowedPattern).test(service)).toBe(taken)
  })

  test('its trust is one role', () => {
    expect(promoting.Promoter.Properties.AssumeRolePolicyDocument.Statement).toEqual([
      { Effect: 'Allow', Principal: { AWS: `${IAM}:role/runner` }, Action: 'sts:AssumeRole' },
    ])
  })

  test('all inline policies fit into the role', () => {
    expect(
      JSON.stringify([...policies, ...added, promoting.AskHosts.Properties].map(({ PolicyDocument }) => PolicyDocument)).length,
    ).toBeLessThan(10_240)
  })
})

function actionsOf(all: Held): string[] {
  return all.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(({ Action }) => Action))
}
