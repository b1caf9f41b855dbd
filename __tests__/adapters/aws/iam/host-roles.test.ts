import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  IAMClient,
  ListRolePoliciesCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { Role } from '@aws-sdk/client-iam'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { iamHostRoles } from '../../../../src/adapters/aws/iam/host-roles.ts'
import { hostPolicy } from '../../../../src/domain/host/host-policy.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { cleared } from '../../../fakes/cleared.ts'
import { fakeClock } from '../../../fakes/clock.ts'

const iam = mockClient(IAMClient)
const clock = fakeClock()
const roles = iamHostRoles(new IAMClient({ region: 'us-east-1' }), clock)
const SPEC = { service: { name: 'web', environment: 'production' }, region: 'us-east-1', accountId: '123456789012', repositories: ['web'] }
const NAME = 'docker-to-ec2.web.production.us-east-1'
const PATH = '/docker-to-ec2/'
const BOUNDARY = 'arn:aws:iam::123456789012:policy/docker-to-ec2/docker-to-ec2-boundary'
const TAGS = [
  { Key: 'docker-to-ec2:service', Value: 'web' },
  { Key: 'docker-to-ec2:environment', Value: 'production' },
  { Key: 'docker-to-ec2:managed', Value: 'true' },
  { Key: 'Name', Value: 'web.production' },
]
const POLICY = JSON.stringify(hostPolicy(SPEC))
const MISSING = awsError('NoSuchEntityException')
const role = (more: Partial<Role> = {}) => ({
  Role: { Path: PATH, RoleName: NAME, RoleId: 'r', Arn: 'a', CreateDate: new Date(0), Tags: TAGS, ...more },
})
const tagged = (changed: Record<string, string>) => TAGS.map(({ Key, Value }) => ({ Key, Value: changed[Key] ?? Value }))
const profile = (roleNames: readonly string[], Path = PATH, Tags: typeof TAGS | undefined = TAGS) => ({
  InstanceProfile: {
    Path,
    ...(Tags && { Tags }),
    InstanceProfileName: NAME,
    InstanceProfileId: 'p',
    Arn: 'a',
    CreateDate: new Date(0),
    Roles: roleNames.map((RoleName) => role({ RoleName }).Role),
  },
})
const changes = () =>
  iam
    .calls()
    .map(({ args: [command] }) => ({ name: command.constructor.name, input: command.input }))
    .filter(({ name }) => !/^(Get|List)/.test(name))

/** The account as it is once `ensure` has done its work. */
beforeEach(() => {
  iam.reset()
  iam.on(GetPolicyCommand, { PolicyArn: BOUNDARY }).resolves({ Policy: { Arn: BOUNDARY } })
  iam.on(GetRoleCommand, { RoleName: NAME }).resolves(role({ PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY } }))
  iam.on(GetRolePolicyCommand, { RoleName: NAME, PolicyName: 'host' }).resolves({ PolicyDocument: encodeURIComponent(POLICY) })
  iam.on(GetInstanceProfileCommand, { InstanceProfileName: NAME }).resolves(profile([NAME]))
})

test('leaves a correct role alone', async () => {
  expect(await roles.ensure(SPEC)).toEqual({ profile: NAME, lacks: [] })
  expect(changes()).toEqual([])
})

test('the role and its policy are asked for at the same time', async () => {
  const asked = Promise.withResolvers<void>()
  iam.on(GetRolePolicyCommand).callsFake(() => (asked.resolve(), { PolicyDocument: encodeURIComponent(POLICY) }))
  iam.on(GetRoleCommand).callsFake(async () => (await asked.promise, role({ PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY } })))
  expect(await roles.ensure(SPEC)).toEqual({ profile: NAME, lacks: [] })
  expect(changes()).toEqual([])
})

test.each([
  ['both', () => undefined, NAME],
  ['no role', () => iam.on(GetRoleCommand).rejects(MISSING), undefined],
  ['no profile', () => iam.on(GetInstanceProfileCommand).rejects(MISSING), undefined],
])('finds without changing anything: %s', async (_, given, found) => {
  given()
  expect(await roles.find(SPEC.service, SPEC.region)).toBe(found)
  expect(changes()).toEqual([])
})

test('creates role, policy and profile under the path, within the boundary', async () => {
  iam.on(GetRoleCommand).rejects(MISSING).on(GetRolePolicyCommand).rejects(MISSING).on(GetInstanceProfileCommand).rejects(MISSING)
  iam.on(CreateRoleCommand).resolves(role())
  iam.on(CreateInstanceProfileCommand).resolves(profile([]))
  expect(await roles.ensure(SPEC)).toMatchObject({ profile: NAME })
  expect(iam.commandCalls(CreateRoleCommand)[0]?.args[0].input).toEqual({
    RoleName: NAME,
    Path: PATH,
    AssumeRolePolicyDocument:
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}',
    Description: 'Host of web (production)',
    Tags: TAGS,
    PermissionsBoundary: BOUNDARY,
  })
  expect(iam.commandCalls(PutRolePolicyCommand)[0]?.args[0].input).toEqual({ RoleName: NAME, PolicyName: 'host', PolicyDocument: POLICY })
  expect(iam.commandCalls(CreateInstanceProfileCommand)[0]?.args[0].input).toEqual({ InstanceProfileName: NAME, Path: PATH, Tags: TAGS })
  expect(iam.commandCalls(AddRoleToInstanceProfileCommand)[0]?.args[0].input).toEqual({ InstanceProfileName: NAME, RoleName: NAME })
  expect(changes()).toHaveLength(4)
})

test('creates a role without a boundary if the account has none', async () => {
  iam.on(GetPolicyCommand).rejects(MISSING)
  iam.on(GetRoleCommand).rejects(MISSING)
  iam.on(CreateRoleCommand).resolves(role())
  await roles.ensure(SPEC)
  expect(iam.commandCalls(CreateRoleCommand)[0]?.args[0].input).not.toHaveProperty('PermissionsBoundary')
  expect(changes().map(({ name }) => name)).toEqual(['CreateRoleCommand', 'PutRolePolicyCommand'])
})

test('adds the boundary to an older role', async () => {
  iam.on(GetRoleCommand).resolves(role())
  await roles.ensure(SPEC)
  expect(changes()).toEqual([{ name: PutRolePermissionsBoundaryCommand.name, input: { RoleName: NAME, PermissionsBoundary: BOUNDARY } }])
})

test('updates a policy that lacks a repository', async () => {
  const wanted = { ...SPEC, repositories: ['web', 'proxy'] }
  await roles.ensure(wanted)
  expect(changes()).toEqual([
    { name: PutRolePolicyCommand.name, input: { RoleName: NAME, PolicyName: 'host', PolicyDocument: JSON.stringify(hostPolicy(wanted)) } },
  ])
})

test('completes the profile of an interrupted run', async () => {
  iam.on(GetInstanceProfileCommand).resolves(profile([]))
  await roles.ensure(SPEC)
  expect(changes().map(({ name }) => name)).toEqual([AddRoleToInstanceProfileCommand.name])
})

test('uses what another run creates at the same moment', async () => {
  iam
    .on(GetRoleCommand)
    .rejectsOnce(MISSING)
    .resolves(role({ PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY } }))
  iam.on(CreateRoleCommand).rejects(awsError('EntityAlreadyExistsException'))
  iam.on(GetInstanceProfileCommand).rejectsOnce(MISSING).resolves(profile([]))
  iam.on(CreateInstanceProfileCommand).rejects(awsError('EntityAlreadyExistsException'))
  iam.on(AddRoleToInstanceProfileCommand).rejects(awsError('LimitExceededException'))
  expect(await roles.ensure(SPEC)).toMatchObject({ profile: NAME })
})

const STRANGERS = [
  ['a role elsewhere', () => iam.on(GetRoleCommand).resolves(role({ Path: '/' }))],
  ['a role without tags', () => iam.on(GetRoleCommand).resolves(role({ Tags: [] }))],
  ['the role of another service', () => iam.on(GetRoleCommand).resolves(role({ Tags: tagged({ 'docker-to-ec2:service': 'web-eu' }) }))],
  [
    'the role of another environment',
    () => iam.on(GetRoleCommand).resolves(role({ Tags: tagged({ 'docker-to-ec2:environment': 'staging' }) })),
  ],
  ['a role that somebody else tagged', () => iam.on(GetRoleCommand).resolves(role({ Tags: tagged({ 'docker-to-ec2:managed': 'false' }) }))],
  ['a profile elsewhere', () => iam.on(GetInstanceProfileCommand).resolves(profile([NAME], '/'))],
  ['a profile without tags', () => iam.on(GetInstanceProfileCommand).resolves(profile([], PATH, []))],
  [
    'the profile of another service',
    () => iam.on(GetInstanceProfileCommand).resolves(profile([], PATH, tagged({ 'docker-to-ec2:service': 'web-eu' }))),
  ],
] as const

describe.each(STRANGERS)('%s', (stranger, arrange) => {
  beforeEach(() => void arrange())

  test('is refused and not changed', async () => {
    await expect(roles.ensure(SPEC)).rejects.toMatchObject({ code: 'role-taken', message: expect.stringContaining(NAME) })
    expect(changes()).toEqual([])
  })

  test('is not removed', async () => {
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['host'] })
    const removed = await roles.remove(SPEC.service, SPEC.region, cleared())
    const spared = (stranger.includes('role') ? DeleteRoleCommand : DeleteInstanceProfileCommand).name
    expect(changes().map(({ name }) => name)).not.toContain(spared)
    expect(removed).toHaveLength(1)
  })
})

test('refuses a role that another service creates first', async () => {
  iam
    .on(GetRoleCommand)
    .rejectsOnce(MISSING)
    .resolves(role({ Tags: [] }))
  iam.on(CreateRoleCommand).rejects(awsError('EntityAlreadyExistsException'))
  await expect(roles.ensure(SPEC)).rejects.toMatchObject({ code: 'role-taken' })
  expect(iam.commandCalls(PutRolePolicyCommand)).toHaveLength(0)
})

describe('a role from a stack', () => {
  const RoleName = 'docker-to-ec2-web-production-HostRole-1A2B'
  beforeEach(() => {
    iam.on(GetInstanceProfileCommand).resolves(profile([RoleName], PATH, []))
    iam.on(GetRoleCommand, { RoleName }).resolves(role({ RoleName, Tags: tagged({ 'docker-to-ec2:managed': 'stack' }) }))
    iam.on(GetRolePolicyCommand, { RoleName, PolicyName: 'host' }).resolves({ PolicyDocument: encodeURIComponent(POLICY) })
  })

  test('is used as it is', async () => {
    expect(await roles.ensure(SPEC)).toEqual({ profile: NAME, lacks: [] })
    expect(changes()).toEqual([])
  })

  test.each(['{', '7', '{"Statement":"*"}', '{"Statement":[{"Effect":"Allow","Action":7}]}'])(
    'lacks everything if its policy is %s',
    async (text) => {
      iam.on(GetRolePolicyCommand).resolves({ PolicyDocument: encodeURIComponent(text) })
      const { lacks } = await roles.ensure(SPEC)
      expect(lacks.length).toBeGreaterThan(3)
      expect(changes()).toEqual([])
    },
  )

  test('lacks nothing if its policy has single values instead of lists', async () => {
    const text = JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } })
    iam.on(GetRolePolicyCommand).resolves({ PolicyDocument: encodeURIComponent(text) })
    expect((await roles.ensure(SPEC)).lacks).toEqual([])
  })

  test('is not changed if it lacks something, which is reported', async () => {
    const { lacks } = await roles.ensure({ ...SPEC, repositories: ['web', 'proxy'] })
    expect(lacks).toEqual(
      ['BatchCheckLayerAvailability', 'BatchGetImage', 'GetDownloadUrlForLayer'].map(
        (action) => `ecr:${action} on arn:aws:ecr:us-east-1:123456789012:repository/proxy`,
      ),
    )
    expect(changes()).toEqual([])
  })

  test('stays when the service is destroyed', async () => {
    expect(await roles.remove(SPEC.service, SPEC.region, cleared())).toEqual([])
    expect(changes()).toEqual([])
  })
})

test('refers to the stack if the run cannot create roles', async () => {
  iam.on(GetInstanceProfileCommand).rejects(MISSING).on(GetRoleCommand).rejects(MISSING)
  iam.on(GetPolicyCommand).rejects(awsError('AccessDenied')).on(CreateRoleCommand).rejects(awsError('AccessDenied'))
  await expect(roles.ensure(SPEC)).rejects.toMatchObject({ code: 'not-allowed', hint: expect.stringContaining('docs/iam/setup.yaml') })
})

test('removes the profile, then the policies and the role', async () => {
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['host', 'more'] })
  expect(await roles.remove(SPEC.service, SPEC.region, cleared())).toEqual([`instance profile ${NAME}`, `role ${NAME}`])
  expect(changes()).toEqual([
    { name: RemoveRoleFromInstanceProfileCommand.name, input: { InstanceProfileName: NAME, RoleName: NAME } },
    { name: DeleteInstanceProfileCommand.name, input: { InstanceProfileName: NAME } },
    { name: DeleteRolePolicyCommand.name, input: { RoleName: NAME, PolicyName: 'host' } },
    { name: DeleteRolePolicyCommand.name, input: { RoleName: NAME, PolicyName: 'more' } },
    { name: DeleteRoleCommand.name, input: { RoleName: NAME } },
  ])
})

test('accepts that everything is already removed', async () => {
  iam.on(GetRoleCommand).rejects(MISSING)
  iam.on(GetInstanceProfileCommand).rejects(MISSING)
  expect(await roles.remove(SPEC.service, SPEC.region, cleared())).toEqual([])
  expect(changes()).toEqual([])
})

test('names a role with something attached by hand', async () => {
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: [] })
  iam.on(DeleteRoleCommand).rejects(awsError('DeleteConflictException', 'Cannot delete entity, must detach all policies first.'))
  await expect(roles.remove(SPEC.service, SPEC.region, cleared())).rejects.toMatchObject({
    code: 'role-in-use',
    message: expect.stringContaining(NAME),
  })
})

describe('while IAM does not know its own changes everywhere', () => {
  test('a new role gets its policy, and comes into its profile', async () => {
    iam.on(GetRoleCommand).rejects(MISSING)
    iam.on(GetInstanceProfileCommand).rejects(MISSING)
    iam.on(GetRolePolicyCommand).rejects(MISSING)
    iam.on(GetPolicyCommand).rejects(MISSING)
    iam.on(CreateRoleCommand).resolves(role())
    iam.on(CreateInstanceProfileCommand).resolves(profile([]))
    iam.on(PutRolePolicyCommand).rejectsOnce(MISSING).rejectsOnce(MISSING).resolves({})
    iam.on(AddRoleToInstanceProfileCommand).rejectsOnce(MISSING).resolves({})
    await expect(roles.ensure(SPEC)).resolves.toMatchObject({ profile: NAME })
    expect(iam.commandCalls(PutRolePolicyCommand)).toHaveLength(3)
    expect(iam.commandCalls(AddRoleToInstanceProfileCommand)).toHaveLength(2)
  })

  test('a role is removed that has just lost its policy and its profile', async () => {
    const still = awsError('DeleteConflictException', 'Cannot delete entity, must delete policies first.')
    iam.on(GetInstanceProfileCommand).resolves(profile([NAME]))
    iam.on(GetRoleCommand).resolves(role())
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['host'] })
    iam.on(DeleteInstanceProfileCommand).rejectsOnce(still).resolves({})
    iam.on(DeleteRoleCommand).rejectsOnce(still).rejectsOnce(still).resolves({})
    expect(await roles.remove(SPEC.service, SPEC.region, cleared())).toEqual([`instance profile ${NAME}`, `role ${NAME}`])
  })

  test('a policy on a later page of the list is removed, too', async () => {
    iam.on(GetInstanceProfileCommand).rejects(MISSING)
    iam.on(GetRoleCommand).resolves(role())
    iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: ['host'], IsTruncated: true, Marker: 'more' })
    iam.on(ListRolePoliciesCommand, { Marker: 'more' }).resolves({ PolicyNames: ['late'] })
    await roles.remove(SPEC.service, SPEC.region, cleared())
    expect(iam.commandCalls(DeleteRolePolicyCommand).map(({ args: [{ input }] }) => input.PolicyName)).toEqual(['host', 'late'])
  })
})
