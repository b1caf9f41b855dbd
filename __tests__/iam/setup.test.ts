import { describe, expect, test } from '@jest/globals'
import { hostPolicy } from '../../src/domain/host/host-policy.ts'
import { lackingIn } from '../../src/domain/host/policy-coverage.ts'
import { profileName } from '../../src/domain/host/role-name.ts'
import { call, command, EC2, ECR, GROUP, IAM, INSTANCE, launch, SECRETS, SHELL, SSM, tags } from './requests.ts'
import { may, mayAll } from './simulate.ts'
import type { Held, Request } from './simulate.ts'
import { ACCOUNT, setupTemplate } from './template.ts'
import type { Policy, Statement } from './template.ts'

const PARAMETERS = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' }
const { HostProfile, HostRole, PlannerRole, Runner } = setupTemplate({ ...PARAMETERS, Planner: 'create' })
const policies: Held = Runner.Properties.Policies
const planning: Held = PlannerRole.Properties.Policies

const ROLE = `${IAM}:role/docker-to-ec2/stack-HostRole-1A2B3C`
const PROFILE = `${IAM}:instance-profile/docker-to-ec2/docker-to-ec2.web.production.us-east-1`
const RECORD = `${SSM}:parameter/docker-to-ec2/web/production/release`
const STAGING_RECORD = RECORD.replace('production', 'staging')
const PASSWORD = RECORD.replace('release', 'password')
const KEPT = RECORD.replace('release', 'kept-certificates/shop.example.com')
const NEWEST_IMAGE = `${SSM}:parameter/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64`
const REPOSITORY = `${ECR}/web/production`
const held = tags('aws:ResourceTag')

describe('the runner may', () => {
  test.each<[string, readonly Request[]]>([
    ['see hosts', call('ec2:DescribeInstances', '*')],
    ['see parameters', call('ssm:DescribeParameters', '*')],
    ['see its secrets', call('secretsmanager:DescribeSecret', `${SECRETS}:docker-to-ec2/web/production/db-AbCdEf`)],
    ['launch a host', launch()],
    ['tag what it launches', call('ec2:CreateTags', INSTANCE, { 'ec2:CreateAction': 'RunInstances', ...tags('aws:RequestTag') })],
    ['make its security group', call('ec2:CreateSecurityGroup', GROUP, tags('aws:RequestTag'))],
    ['make it in a VPC', call('ec2:CreateSecurityGroup', `${EC2}:vpc/vpc-1`)],
    ['open it', call('ec2:AuthorizeSecurityGroupIngress', GROUP, held)],
    ['take an address', call('ec2:AllocateAddress', `${EC2}:elastic-ip/eipalloc-1`, tags('aws:RequestTag'))],
    ['give it to its host', call('ec2:AssociateAddress', INSTANCE, held)],
    ['end its host', call('ec2:TerminateInstances', INSTANCE, held)],
    ['stop its host', call('ec2:StopInstances', INSTANCE, held)],
    ['start its host', call('ec2:StartInstances', INSTANCE, held)],
    ['send commands to its host', command(SHELL, tags('ssm:resourceTag'))],
    ['follow them', call('ssm:GetCommandInvocation', '*')],
    ['write its record', call('ssm:PutParameter', RECORD)],
    ['take the lease', call('ssm:PutParameter', RECORD.replace('release', 'lease'))],
    ['leave the queue', call('ssm:PutParameter', RECORD.replace('release', 'queue'))],
    ['steer its canary', call('ssm:PutParameter', RECORD.replace('release', 'steering'))],
    ['remove its record', call('ssm:DeleteParameter', RECORD)],
    ['remove the certificates that its hosts have kept', call('ssm:DeleteParameter', KEPT)],
    ['remove its lease', call('ssm:DeleteParameter', RECORD.replace('release', 'lease'))],
    ['remove its queue', call('ssm:DeleteParameter', RECORD.replace('release', 'queue'))],
    ['remove what steered its canaries', call('ssm:DeleteParameter', RECORD.replace('release', 'steering'))],
    ['read what it recorded before', call('ssm:GetParameterHistory', RECORD)],
    ['read what a guest recorded', call('ssm:GetParameters', `${SSM}:parameter/docker-to-ec2/db/production/release`)],
    ['find the newest machine image', call('ssm:GetParameter', NEWEST_IMAGE)],
    ['push an image', call('ecr:PutImage', REPOSITORY)],
    ['give its role to a host', call('iam:PassRole', ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' })],
    ['compare that role', call('iam:GetRolePolicy', ROLE)],
    ['find it', call('iam:GetInstanceProfile', PROFILE)],
  ])('%s', async (_, requests) => {
    expect(await mayAll(policies, requests)).toBe(true)
  })

  test('launch in a security group that the stack names', async () => {
    const { Runner: other } = setupTemplate({ ...PARAMETERS, SecurityGroupId: 'sg-0123456789abcdef0' })
    const named = launch({ group: { context: {} } })
    expect(await mayAll(other.Properties.Policies, named)).toBe(true)
    expect(await mayAll(policies, named)).toBe(false)
  })

  test('not change identities', () => {
    expect(actionsOf(policies).filter((action) => /^iam:(?!Get|PassRole$)/.test(action))).toEqual([])
  })
})

describe('the role of the hosts', () => {
  const [{ PolicyDocument: policy }] = HostRole.Properties.Policies
  const spec = {
    service: { name: 'web', environment: 'production' },
    region: 'us-east-1',
    accountId: ACCOUNT,
    repositories: ['web/production'],
  }

  test('is the one that the action would make', () => {
    expect(normal(policy)).toEqual(normal(hostPolicy(spec)))
  })

  test('lacks nothing that the action wants of it', () => {
    expect(lackingIn(policy, hostPolicy(spec))).toEqual([])
  })

  test('is found by the profile that the action looks for', () => {
    expect(HostProfile.Properties).toMatchObject({
      InstanceProfileName: profileName(spec.service, spec.region),
      Path: '/docker-to-ec2/',
      Roles: ['stack-HostRole-1A2B3C'],
    })
  })

  test('tells by its tags that a stack made it, and for whom', () => {
    expect(HostRole.Properties).toMatchObject({
      Path: '/docker-to-ec2/',
      Tags: [
        { Key: 'docker-to-ec2:service', Value: 'web' },
        { Key: 'docker-to-ec2:environment', Value: 'production' },
        { Key: 'docker-to-ec2:managed', Value: 'stack' },
      ],
    })
  })

  test.each<[string, readonly Request[]]>([
    ['send commands', command(SHELL, tags('ssm:resourceTag'))],
    ['open a shell on a host', call('ssm:StartSession', INSTANCE)],
    ['write its record', call('ssm:PutParameter', RECORD)],
    ['take the lease', call('ssm:PutParameter', RECORD.replace('release', 'lease'))],
    ['overwrite its secrets', call('ssm:PutParameter', PASSWORD)],
    ['remove the certificates that are kept', call('ssm:DeleteParameter', KEPT)],
    ['keep certificates of another environment', call('ssm:PutParameter', KEPT.replace('production', 'staging'))],
    ['read certificates of another environment', call('ssm:GetParameters', KEPT.replace('production', 'staging'))],
    ['keep certificates of another service', call('ssm:PutParameter', KEPT.replace('web', 'web-eu'))],
    ['read parameters of another service', call('ssm:GetParameter', `${SSM}:parameter/docker-to-ec2/web-eu/production/password`)],
    ['read parameters of another environment', call('ssm:GetParameters', STAGING_RECORD)],
    ['read secrets of another service', call('secretsmanager:GetSecretValue', `${SECRETS}:docker-to-ec2/db/production/db-AbCdEf`)],
    ['pull what staging built', call('ecr:BatchGetImage', `${ECR}/web/staging`)],
    ['push', call('ecr:PutImage', REPOSITORY)],
    ['pass a role', call('iam:PassRole', ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' })],
    ['take a role', call('sts:AssumeRole', `${IAM}:role/admin`)],
    ['see other hosts', call('ec2:DescribeInstances', '*')],
  ])('may not %s', async (_, requests) => {
    expect(await mayAll(HostRole.Properties.Policies, requests)).toBe(false)
  })

  test.each<[string, readonly Request[]]>([
    ['keep its certificates', call('ssm:PutParameter', KEPT)],
    ['have them back', call('ssm:GetParameters', KEPT)],
  ])('may %s', async (_, requests) => {
    expect(await mayAll(HostRole.Properties.Policies, requests)).toBe(true)
  })
})

describe('the planner', () => {
  test.each([
    ['ec2:DescribeInstances', '*'],
    ['ssm:DescribeParameters', '*'],
    ['secretsmanager:DescribeSecret', `${SECRETS}:docker-to-ec2/web/production/db-AbCdEf`],
    ['ssm:GetParameter', RECORD],
    ['ssm:GetParameterHistory', RECORD],
    ['ssm:GetParameter', NEWEST_IMAGE],
    ['ecr:GetAuthorizationToken', '*'],
    ['ecr:DescribeImages', REPOSITORY],
    ['ecr:ListTagsForResource', REPOSITORY],
    ['iam:GetRole', ROLE],
    ['iam:GetInstanceProfile', PROFILE],
  ])('may %s on %s', async (action, resource) => {
    expect(await may(planning, { action, resource })).toBe(true)
  })

  test('may change nothing, and do nothing that the runner may not', () => {
    const allowed = actionsOf(planning)
    expect(allowed.filter((action) => !/^\w+:(BatchGet|Describe|Get|List)[A-Z]\w+$/.test(action))).toEqual([])
    expect(actionsOf(policies)).toEqual(expect.arrayContaining(allowed))
  })

  test.each([
    ["its service's secrets", PASSWORD],
    ["other services' records", `${SSM}:parameter/docker-to-ec2/db/production/release`],
  ])('may not read %s', async (_, resource) => {
    expect(await may(planning, { action: 'ssm:GetParameter', resource })).toBe(false)
  })

  test.each([
    [{}, ['repo:octo/shop:*', 'repo:octo@*/shop@*:*']],
    [{ GitHubOrgId: '1', GitHubRepositoryId: '2' }, ['repo:octo@1/shop@2:*']],
  ])('trusts every run of the repository, with %j', (parameters, subjects) => {
    const [statement] = setupTemplate({ ...PARAMETERS, Planner: 'create', ...parameters }).PlannerRole.Properties.AssumeRolePolicyDocument
      .Statement
    expect(statement.Condition.StringLike).toEqual({ 'token.actions.githubusercontent.com:sub': subjects })
  })
})

describe.each([
  ['aws-cn', 'cn-north-1', 'amazonaws.com.cn'],
  ['aws-us-gov', 'us-gov-west-1', 'amazonaws.com'],
])('in the partition %s', (partition, region, suffix) => {
  const all = setupTemplate(
    { ...PARAMETERS, Planner: 'create', PromoteFrom: 'staging', PromotedBy: `arn:${partition}:iam::1:role/x` },
    { 'AWS::Partition': partition, 'AWS::Region': region, 'AWS::URLSuffix': suffix },
  )

  test('no name is of another one', () => {
    const text = JSON.stringify(all)
    expect(text.match(/arn:aws[a-z-]*/g)?.filter((prefix) => prefix !== `arn:${partition}`)).toEqual([])
    expect(text.match(/us-east-1/g)).toBeNull()
  })

  test('the audience, the hosts and the keys have their names there', () => {
    expect(all.GitHub.Properties.ClientIdList).toEqual([`sts.${suffix}`])
    expect(all.HostRole.Properties.AssumeRolePolicyDocument.Statement[0].Principal).toEqual({ Service: `ec2.${suffix}` })
    const { PolicyDocument } = all.HostRole.Properties.Policies[0]
    const service = { name: 'web', environment: 'production' }
    expect(normal(PolicyDocument)).toEqual(normal(hostPolicy({ service, region, accountId: ACCOUNT, repositories: ['web/production'] })))
  })
})

describe('environments that come and go', () => {
  const { Runner: other } = setupTemplate({ ...PARAMETERS, Environment: 'pr', EnvironmentPattern: 'pr-*' })
  test.each<[string, readonly Request[], boolean]>([
    ['write the record of one', call('ssm:PutParameter', RECORD.replace('production', 'pr-12')), true],
    ['push to its repository', call('ecr:PutImage', `${ECR}/web/pr-12`), true],
    ['send to its host', command(SHELL, tags('ssm:resourceTag', 'web', 'pr-12')), true],
    ['write the record of another environment', call('ssm:PutParameter', RECORD), false],
    ['send to a host of another environment', command(SHELL, tags('ssm:resourceTag')), false],
  ])('the runner: %s', async (_, requests, allowed) => {
    expect(await mayAll(other.Properties.Policies, requests)).toBe(allowed)
  })
})

describe('limits', () => {
  test('the inline policies fit into a role', () => {
    expect(JSON.stringify(policies.map(({ PolicyDocument }) => PolicyDocument)).length).toBeLessThan(10_240)
  })

  test('they do with all that a stack can have beside them', () => {
    const all = setupTemplate({
      ...PARAMETERS,
      ...{ HostedZoneId: 'Z0123456789ABCDEFGHIJ', Names: Array.from({ length: 20 }, (_, at) => `name-${at}.shop.example.com`).join() },
      ...{ PromoteFrom: 'staging', PromoteFromRole: `${IAM}:role/promoter` },
    })
    const added = [all.PromoteHere, all.PromoteFromElsewhere, all.SeeNames, all.ChangeNames, all.ExamineOwnRights, all.AskHosts]
    const documents = [...all.Runner.Properties.Policies, ...added.map(({ Properties }) => Properties)].map((one) => one.PolicyDocument)
    expect(JSON.stringify(documents).length).toBeLessThan(10_240)
  })

  test('no statement grants a whole service', () => {
    expect(
      statements()
        .flatMap(actions)
        .filter((action) => action.includes('*')),
    ).toEqual([])
  })
})

function statements(): readonly Statement[] {
  return [Runner, PlannerRole, HostRole].flatMap(({ Properties }) =>
    Properties.Policies.flatMap((one: Held[number]) => one.PolicyDocument.Statement),
  )
}

function actions({ Action }: Statement): string[] {
  return [Action].flat()
}

function actionsOf(all: Held): string[] {
  return all.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(actions))
}

/** A list of one is the same as that one. */
function normal(policy: Policy | ReturnType<typeof hostPolicy>): unknown {
  return JSON.parse(JSON.stringify(policy), (_, value) => (Array.isArray(value) && value.length === 1 ? value[0] : value))
}
