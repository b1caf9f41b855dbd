import { describe, expect, test } from '@jest/globals'
import { runSimulation } from '@cloud-copilot/iam-simulate'
import { roleName } from '../../src/domain/host/role-name.ts'
import { setupTemplate } from './template.ts'
import type { Policy, Statement } from './template.ts'

const PARAMETERS = { GitHubOrg: 'octo', GitHubRepository: 'shop', Service: 'web' }
const { HostBoundary, PlannerRole, Runner } = setupTemplate(PARAMETERS)
const boundary: Policy = HostBoundary.Properties.PolicyDocument
const planner: Policy = PlannerRole.Properties.Policies[0].PolicyDocument
const policies: { PolicyName: string; PolicyDocument: Policy }[] = Runner.Properties.Policies

const ACCOUNT = '123456789012'
const EC2 = `arn:aws:ec2:us-east-1:${ACCOUNT}`
const INSTANCE = `${EC2}:instance/i-0123456789abcdef0`
const IAM = `arn:aws:iam::${ACCOUNT}`
const ROLE = `${IAM}:role/docker-to-ec2/docker-to-ec2-web-production-us-east-1`
const OTHER_ROLE = `${IAM}:role/docker-to-ec2/docker-to-ec2-web-production-eu-us-east-1`
const PARAMETER = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter`
const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:docker-to-ec2`
const DOCUMENT = 'arn:aws:ssm:us-east-1:1:document/AWS-RunShellScript'
const BOUNDARY = `${IAM}:policy/docker-to-ec2/docker-to-ec2-boundary`

const tagged = (prefix: string, service = 'web', environment = 'production', managed = 'true') => ({
  [`${prefix}/docker-to-ec2:service`]: service,
  [`${prefix}/docker-to-ec2:environment`]: environment,
  [`${prefix}/docker-to-ec2:managed`]: managed,
})

describe('the runner may', () => {
  test.each([
    ['ec2:DescribeInstances', '*', {}],
    ['ec2:DescribeRouteTables', '*', {}],
    ['ssm:DescribeParameters', '*', {}],
    ['secretsmanager:DescribeSecret', `${SECRET}/web/production/db-AbCdEf`, {}],
    ['ec2:RunInstances', INSTANCE, { ...tagged('aws:RequestTag'), 'ec2:MetadataHttpTokens': 'required' }],
    ['ec2:RunInstances', `${EC2}:volume/vol-1`, { 'ec2:Encrypted': 'true' }],
    ['ec2:RunInstances', 'arn:aws:ec2:us-east-1::image/ami-1', {}],
    ['ec2:CreateTags', INSTANCE, { 'ec2:CreateAction': 'RunInstances' }],
    ['ec2:CreateSecurityGroup', `${EC2}:security-group/sg-1`, tagged('aws:RequestTag')],
    ['ec2:CreateSecurityGroup', `${EC2}:vpc/vpc-1`, {}],
    ['ec2:AuthorizeSecurityGroupIngress', `${EC2}:security-group/sg-1`, tagged('aws:ResourceTag')],
    ['ec2:AllocateAddress', `${EC2}:elastic-ip/eipalloc-1`, tagged('aws:RequestTag')],
    ['ec2:AssociateAddress', INSTANCE, tagged('aws:ResourceTag')],
    ['ec2:TerminateInstances', INSTANCE, tagged('aws:ResourceTag')],
    ['ssm:SendCommand', DOCUMENT, {}],
    ['ssm:SendCommand', INSTANCE, tagged('ssm:resourceTag')],
    ['ssm:GetCommandInvocation', '*', {}],
    ['ssm:ListCommandInvocations', '*', {}],
    ['ssm:PutParameter', `${PARAMETER}/docker-to-ec2/web/production/release`, {}],
    ['ssm:PutParameter', `${PARAMETER}/docker-to-ec2/web/production/lease`, {}],
    ['ssm:DeleteParameter', `${PARAMETER}/docker-to-ec2/web/production/queue`, {}],
    ['ssm:GetParameterHistory', `${PARAMETER}/docker-to-ec2/web/production/release`, {}],
    ['ssm:GetParameters', `${PARAMETER}/docker-to-ec2/db/production/release`, {}],
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1:1:parameter/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64', {}],
    ['ecr:PutImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web`, {}],
    ['iam:CreateRole', ROLE, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['iam:PutRolePolicy', ROLE, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['iam:CreateInstanceProfile', ROLE.replace(':role/', ':instance-profile/'), {}],
    ['iam:PassRole', ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
  ])('%s on %s', async (action, resource, context) => {
    expect(await decide(action, resource, context)).toBe('Allowed')
  })
})

describe('the runner may not', () => {
  test.each([
    ['launch without tags', 'ec2:RunInstances', INSTANCE, { 'ec2:MetadataHttpTokens': 'required' }],
    [
      'launch for another service',
      'ec2:RunInstances',
      INSTANCE,
      { ...tagged('aws:RequestTag', 'db'), 'ec2:MetadataHttpTokens': 'required' },
    ],
    ['launch with IMDSv1', 'ec2:RunInstances', INSTANCE, { ...tagged('aws:RequestTag'), 'ec2:MetadataHttpTokens': 'optional' }],
    ['launch on a plain volume', 'ec2:RunInstances', `${EC2}:volume/vol-1`, { 'ec2:Encrypted': 'false' }],
    ['tag what exists', 'ec2:CreateTags', INSTANCE, {}],
    ['terminate what it did not launch', 'ec2:TerminateInstances', INSTANCE, tagged('aws:ResourceTag', 'web', 'production', 'false')],
    ['terminate the host of another service', 'ec2:TerminateInstances', INSTANCE, tagged('aws:ResourceTag', 'db')],
    ['terminate the host of another environment', 'ec2:TerminateInstances', INSTANCE, tagged('aws:ResourceTag', 'web', 'staging')],
    ['open a foreign security group', 'ec2:AuthorizeSecurityGroupIngress', `${EC2}:security-group/sg-1`, {}],
    ['send to any host', 'ssm:SendCommand', INSTANCE, {}],
    ['send to the host of another service', 'ssm:SendCommand', INSTANCE, tagged('ssm:resourceTag', 'db')],
    ['send another document', 'ssm:SendCommand', DOCUMENT.replace('Shell', 'Remote'), {}],
    ["read its service's secrets", 'ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/production/password`, {}],
    ["read a value of its service's secrets", 'secretsmanager:GetSecretValue', `${SECRET}/web/production/db-AbCdEf`, {}],
    ["see other services' secrets", 'secretsmanager:DescribeSecret', `${SECRET}/db/production/db-AbCdEf`, {}],
    ["read other services' secrets", 'ssm:GetParameters', `${PARAMETER}/docker-to-ec2/db/production/password`, {}],
    ['list secrets with their values', 'ssm:GetParametersByPath', `${PARAMETER}/docker-to-ec2/`, {}],
    ['write to another service', 'ssm:PutParameter', `${PARAMETER}/docker-to-ec2/db/production/release`, {}],
    ['push to another repository', 'ecr:PutImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/db`, {}],
    ['create a role without the boundary', 'iam:CreateRole', ROLE, {}],
    ['create a role elsewhere', 'iam:CreateRole', `${IAM}:role/docker-to-ec2-web-production-x`, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['widen a role without the boundary', 'iam:PutRolePolicy', ROLE, {}],
    ['attach a policy', 'iam:AttachRolePolicy', ROLE, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['change who may take a role', 'iam:UpdateAssumeRolePolicy', ROLE, {}],
    ['change a boundary to another', 'iam:PutRolePermissionsBoundary', ROLE, { 'iam:PermissionsBoundary': `${IAM}:policy/mine` }],
    ['remove the boundary', 'iam:DeleteRolePermissionsBoundary', ROLE, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['change the boundary', 'iam:CreatePolicyVersion', BOUNDARY, {}],
    ['pass any role', 'iam:PassRole', `${IAM}:role/admin`, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['pass the role of an environment whose name begins alike', 'iam:PassRole', OTHER_ROLE, { 'iam:PassedToService': 'ec2.amazonaws.com' }],
    ['widen the role of such an environment', 'iam:PutRolePolicy', OTHER_ROLE, { 'iam:PermissionsBoundary': BOUNDARY }],
    ['pass a role to another service', 'iam:PassRole', ROLE, { 'iam:PassedToService': 'lambda.amazonaws.com' }],
  ])('%s', async (_, action, resource, context) => {
    expect(await decide(action, resource, context)).toBe('ImplicitlyDenied')
  })
})

describe('the planner', () => {
  test.each([
    ['ec2:DescribeInstances', '*'],
    ['ssm:DescribeParameters', '*'],
    ['secretsmanager:DescribeSecret', `${SECRET}/web/production/db-AbCdEf`],
    ['ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/production/release`],
    ['ssm:GetParameter', 'arn:aws:ssm:us-east-1:1:parameter/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'],
    ['ecr:GetAuthorizationToken', '*'],
    ['ecr:DescribeImages', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web`],
    ['iam:GetRole', ROLE],
    ['iam:GetInstanceProfile', ROLE.replace(':role/', ':instance-profile/')],
  ])('may %s on %s', async (action, resource) => {
    expect(await decide(action, resource, {}, [{ PolicyName: 'read', PolicyDocument: planner }])).toBe('Allowed')
  })

  test('may change nothing, and do nothing that the runner may not', () => {
    const allowed = planner.Statement.flatMap(actions)
    expect(allowed.filter((action) => !/^\w+:(BatchGet|Describe|Get)[A-Z]\w+$/.test(action))).toEqual([])
    expect(policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(actions))).toEqual(expect.arrayContaining(allowed))
  })

  test.each([
    ["its service's secrets", `${PARAMETER}/docker-to-ec2/web/production/password`],
    ["other services' records", `${PARAMETER}/docker-to-ec2/db/production/release`],
  ])('may not read %s', async (_, resource) => {
    expect(await decide('ssm:GetParameter', resource, {}, [{ PolicyName: 'read', PolicyDocument: planner }])).toBe('ImplicitlyDenied')
  })

  test.each([
    [{}, ['repo:octo/shop:*', 'repo:octo@*/shop@*:*']],
    [{ GitHubOrgId: '1', GitHubRepositoryId: '2' }, 'repo:octo@1/shop@2:*'],
  ])('trusts every run of the repository, with %j', (parameters, subjects) => {
    const [statement] = setupTemplate({ ...PARAMETERS, ...parameters }).PlannerRole.Properties.AssumeRolePolicyDocument.Statement
    expect(statement.Condition.StringLike).toEqual({ 'token.actions.githubusercontent.com:sub': subjects })
  })
})

describe('promoting', () => {
  const promoting = setupTemplate({
    ...PARAMETERS,
    PromoteFrom: 'staging',
    PromoteFromRole: `${IAM}:role/promoter`,
    PromotedBy: `${IAM}:role/runner`,
    StatusDocument: 'create',
  })
  const added = [promoting.PromoteHere, promoting.PromoteFromElsewhere].map(({ Properties }) => Properties)
  const promoter: typeof policies = promoting.Promoter.Properties.Policies
  const asking: typeof policies = [...promoter, promoting.AskHosts.Properties]
  const STATUS = `arn:aws:ssm:us-east-1:${ACCOUNT}:document/docker-to-ec2-status`
  const staging = tagged('ssm:resourceTag', 'web', 'staging')

  test.each([
    ['read its record', 'ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/staging/release`, {}],
    ['take the role of another account', 'sts:AssumeRole', `${IAM}:role/promoter`, {}],
  ])('the runner may %s, and only where it is asked for', async (_, action, resource, context) => {
    expect(await decide(action, resource, context, [...policies, ...added])).toBe('Allowed')
    expect(await decide(action, resource, context)).toBe('ImplicitlyDenied')
  })

  test.each([
    ['send anything to its host', 'ssm:SendCommand', INSTANCE, staging],
    ['read its secrets', 'ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/staging/password`, {}],
    ['write its record', 'ssm:PutParameter', `${PARAMETER}/docker-to-ec2/web/staging/release`, {}],
    ['terminate its host', 'ec2:TerminateInstances', INSTANCE, tagged('aws:ResourceTag', 'web', 'staging')],
    ['take any role', 'sts:AssumeRole', `${IAM}:role/admin`, {}],
  ])('the runner may not %s', async (_, action, resource, context) => {
    expect(await decide(action, resource, context, [...policies, ...added])).toBe('ImplicitlyDenied')
  })

  test('the planner may read what the runner may there, ask the own hosts by that document, and send no other', async () => {
    const { PromoteHere, AskHosts } = setupTemplate({ ...PARAMETERS, Planner: 'create', PromoteFrom: 'staging', StatusDocument: 'create' })
    expect(PromoteHere.Properties.Roles).toHaveLength(2)
    expect(AskHosts.Properties.Roles).toHaveLength(3)
    const planning = [{ PolicyName: 'read', PolicyDocument: planner }, PromoteHere.Properties, AskHosts.Properties]
    const may = (action: string, resource: string, context = {}) => decide(action, resource, context, planning)
    const document = `arn:aws:ssm:us-east-1:${ACCOUNT}:document/docker-to-ec2-status`
    expect(await may('ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/staging/release`)).toBe('Allowed')
    expect(await may('ssm:SendCommand', document)).toBe('Allowed')
    expect(await may('ssm:SendCommand', INSTANCE, tagged('ssm:resourceTag'))).toBe('Allowed')
    expect(await may('ssm:SendCommand', INSTANCE, staging)).toBe('ImplicitlyDenied')
    expect(await may('ssm:SendCommand', DOCUMENT)).toBe('ImplicitlyDenied')
    const written = [...PromoteHere.Properties.PolicyDocument.Statement].flatMap(actions)
    expect(written.filter((action) => !/^\w+:(BatchGet|BatchCheck|Describe|Get)[A-Z]\w+$/.test(action))).toEqual([])
  })

  test('a repository of its own is read and not written to', async () => {
    const { PromoteHere } = setupTemplate({ ...PARAMETERS, PromoteFrom: 'staging', PromoteFromEcrRepository: 'web-staging' })
    const repository = `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web-staging`
    const all = [...policies, PromoteHere.Properties]
    expect(await decide('ecr:BatchGetImage', repository, {}, all)).toBe('Allowed')
    expect(await decide('ecr:PutImage', repository, {}, all)).toBe('ImplicitlyDenied')
  })

  test.each([
    ['ask the host', 'ssm:SendCommand', INSTANCE, tagged('ssm:resourceTag'), 'Allowed'],
    ['ask by the document for it', 'ssm:SendCommand', STATUS, {}, 'Allowed'],
    ['send a shell script', 'ssm:SendCommand', DOCUMENT, {}, 'ImplicitlyDenied'],
    ['send a shell script of the account', 'ssm:SendCommand', STATUS.replace('-status', '-shell'), {}, 'ImplicitlyDenied'],
    ['see instances', 'ec2:DescribeInstances', '*', {}, 'ImplicitlyDenied'],
    ['read the record', 'ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/production/release`, {}, 'Allowed'],
    ['follow a command on several hosts', 'ssm:ListCommandInvocations', '*', {}, 'Allowed'],
    ['pull', 'ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web`, {}, 'Allowed'],
    ['push', 'ecr:PutImage', `arn:aws:ecr:us-east-1:${ACCOUNT}:repository/web`, {}, 'ImplicitlyDenied'],
    ['write the record', 'ssm:PutParameter', `${PARAMETER}/docker-to-ec2/web/production/release`, {}, 'ImplicitlyDenied'],
    ['read secrets', 'ssm:GetParameter', `${PARAMETER}/docker-to-ec2/web/production/password`, {}, 'ImplicitlyDenied'],
    ['ask other hosts', 'ssm:SendCommand', INSTANCE, staging, 'ImplicitlyDenied'],
  ])('the role that others promote by: %s', async (_, action, resource, context, verdict) => {
    expect(await decide(action, resource, context, asking)).toBe(verdict)
  })

  test('without the document, that role sends nothing', async () => {
    expect(promoter.flatMap(({ PolicyDocument }) => PolicyDocument.Statement.flatMap(actions))).not.toContain('ssm:SendCommand')
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
    const documents = [...policies, ...added].map(({ PolicyDocument }) => PolicyDocument)
    expect(JSON.stringify(documents).length).toBeLessThan(10_240)
  })
})

describe('trust', () => {
  const classic = 'repo:octo/shop:environment:production'
  const withIds = 'repo:octo@1/shop@2:environment:production'
  test.each([
    [{}, [classic, 'repo:octo@*/shop@*:environment:production']],
    [{ GitHubOrgId: '1', GitHubRepositoryId: '2' }, withIds],
    [{ Branch: 'main' }, ['repo:octo/shop:ref:refs/heads/main', 'repo:octo@*/shop@*:ref:refs/heads/main']],
    [{ Branch: 'main', GitHubOrgId: '1', GitHubRepositoryId: '2' }, 'repo:octo@1/shop@2:ref:refs/heads/main'],
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

test('a role whose name is cut is the runner’s own, too', async () => {
  const service = { name: 'a'.repeat(20), environment: 'b'.repeat(19) }
  const { Properties } = setupTemplate({ ...PARAMETERS, Service: service.name, Environment: service.environment }).Runner
  const name = roleName(service, 'ap-southeast-1')
  expect(name).toHaveLength(64)
  expect(await decide('iam:GetRole', `${IAM}:role/docker-to-ec2/${name}`, {}, Properties.Policies)).toBe('Allowed')
})

describe('limits', () => {
  test('the runner cannot reach its own role', () => {
    expect(Runner.Properties.Path ?? '/').toBe('/')
  })

  test('the inline policies fit into a role', () => {
    expect(JSON.stringify(policies.map(({ PolicyDocument }) => PolicyDocument)).length).toBeLessThan(10_240)
  })

  test('no statement grants a whole service', () => {
    expect(
      statements()
        .flatMap(actions)
        .filter((action) => action.includes('*')),
    ).toEqual([])
  })

  test('a host cannot reach other hosts, identities or the release record', async () => {
    const reach = /^(iam|sts|ec2):|SendCommand|StartSession|PutParameter|ecr:Put/
    expect(boundary.Statement.flatMap(actions).filter((action) => reach.test(action))).toEqual([])
  })
})

function statements(): Statement[] {
  return [...policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement), ...boundary.Statement]
}

function actions({ Action }: Statement): string[] {
  return [Action].flat()
}

async function decide(action: string, resource: string, contextVariables: Record<string, string>, held = policies) {
  const simulation = await runSimulation(
    {
      request: { principal: `${IAM}:role/runner`, action, resource: { resource, accountId: ACCOUNT }, contextVariables },
      identityPolicies: held.map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, policy: PolicyDocument })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  )
  if (simulation.resultType === 'error') throw new Error(JSON.stringify(simulation.errors))
  return simulation.overallResult
}
