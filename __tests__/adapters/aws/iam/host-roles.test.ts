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
import { beforeEach, expect, test } from '@jest/globals'
import { mockClient } from 'aws-sdk-client-mock'
import { iamHostRoles } from '../../../../src/adapters/aws/iam/host-roles.ts'
import { hostPolicy } from '../../../../src/domain/host/host-policy.ts'
import { awsError } from '../../../fakes/aws-error.ts'
import { cleared } from '../../../fakes/cleared.ts'

const iam = mockClient(IAMClient)
const roles = iamHostRoles(new IAMClient({ region: 'us-east-1' }))
const SPEC = { service: { name: 'web', environment: 'production' }, region: 'us-east-1', accountId: '123456789012', repositories: ['web'] }
const NAME = 'docker-to-ec2-web-production-us-east-1'
const PATH = '/docker-to-ec2/'
const BOUNDARY = 'arn:aws:iam::123456789012:policy/docker-to-ec2/docker-to-ec2-boundary'
const TAGS = [
  { Key: 'docker-to-ec2:service', Value: 'web' },
  { Key: 'docker-to-ec2:environment', Value: 'production' },
  { Key: 'docker-to-ec2:managed', Value: 'true' },
  { Key: 'Name', Value: 'web-production' },
]
const POLICY = JSON.stringify(hostPolicy(SPEC))
const MISSING = awsError('NoSuchEntityException')
const role = (more: Partial<Role> = {}) => ({
  Role: { Path: PATH, RoleName: NAME, RoleId: 'r', Arn: 'a', CreateDate: new Date(0), ...more },
})
const profile = (roleNames: readonly string[], Path = PATH) => ({
  InstanceProfile: {
    Path,
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

test('what is as it should be is left alone', async () => {
  expect(await roles.ensure(SPEC)).toBe(NAME)
  expect(changes()).toEqual([])
})

test.each([
  ['both', () => undefined, NAME],
  ['no role', () => iam.on(GetRoleCommand).rejects(MISSING), undefined],
  ['no profile', () => iam.on(GetInstanceProfileCommand).rejects(MISSING), undefined],
])('%s: finding them changes nothing', async (_, given, found) => {
  given()
  expect(await roles.find(SPEC.service, SPEC.region)).toBe(found)
  expect(changes()).toEqual([])
})

test('role, policy and profile are created under the path, within the boundary', async () => {
  iam.on(GetRoleCommand).rejects(MISSING).on(GetRolePolicyCommand).rejects(MISSING).on(GetInstanceProfileCommand).rejects(MISSING)
  iam.on(CreateRoleCommand).resolves(role())
  iam.on(CreateInstanceProfileCommand).resolves(profile([]))
  expect(await roles.ensure(SPEC)).toBe(NAME)
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

test('without a boundary in the account the role has none', async () => {
  iam.on(GetPolicyCommand).rejects(MISSING)
  iam.on(GetRoleCommand).rejects(MISSING)
  iam.on(CreateRoleCommand).resolves(role())
  await roles.ensure(SPEC)
  expect(iam.commandCalls(CreateRoleCommand)[0]?.args[0].input).not.toHaveProperty('PermissionsBoundary')
  expect(changes()).toHaveLength(1)
})

test('a role from before the boundary gets it', async () => {
  iam.on(GetRoleCommand).resolves(role())
  await roles.ensure(SPEC)
  expect(changes()).toEqual([{ name: PutRolePermissionsBoundaryCommand.name, input: { RoleName: NAME, PermissionsBoundary: BOUNDARY } }])
})

test('a policy from before another repository is brought up to date', async () => {
  const wanted = { ...SPEC, repositories: ['web', 'proxy'] }
  await roles.ensure(wanted)
  expect(changes()).toEqual([
    { name: PutRolePolicyCommand.name, input: { RoleName: NAME, PolicyName: 'host', PolicyDocument: JSON.stringify(hostPolicy(wanted)) } },
  ])
})

test('a run that ended before the role was in its profile is completed', async () => {
  iam.on(GetInstanceProfileCommand).resolves(profile([]))
  await roles.ensure(SPEC)
  expect(changes().map(({ name }) => name)).toEqual([AddRoleToInstanceProfileCommand.name])
})

test('what another run creates at the same moment is used', async () => {
  iam
    .on(GetRoleCommand)
    .rejectsOnce(MISSING)
    .resolves(role({ PermissionsBoundary: { PermissionsBoundaryArn: BOUNDARY } }))
  iam.on(CreateRoleCommand).rejects(awsError('EntityAlreadyExistsException'))
  iam.on(GetInstanceProfileCommand).rejectsOnce(MISSING).resolves(profile([]))
  iam.on(CreateInstanceProfileCommand).rejects(awsError('EntityAlreadyExistsException'))
  iam.on(AddRoleToInstanceProfileCommand).rejects(awsError('LimitExceededException'))
  expect(await roles.ensure(SPEC)).toBe(NAME)
})

test.each([
  ['role', () => iam.on(GetRoleCommand).resolves(role({ Path: '/' }))],
  ['instance profile', () => iam.on(GetInstanceProfileCommand).resolves(profile([], '/'))],
])('a %s of the same name that is not ours is not touched', async (what, arrange) => {
  arrange()
  await expect(roles.ensure(SPEC)).rejects.toMatchObject({ code: 'role-taken', message: expect.stringContaining(what) })
  expect(changes()).toEqual([])
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

test('removing what is gone, or not ours, removes nothing', async () => {
  iam.on(GetRoleCommand).resolves(role({ Path: '/' }))
  iam.on(GetInstanceProfileCommand).rejects(MISSING)
  expect(await roles.remove(SPEC.service, SPEC.region, cleared())).toEqual([])
  expect(changes()).toEqual([])
})

test('a role with something attached by hand is named', async () => {
  iam.on(ListRolePoliciesCommand).resolves({ PolicyNames: [] })
  iam.on(DeleteRoleCommand).rejects(awsError('DeleteConflictException', 'Cannot delete entity, must detach all policies first.'))
  await expect(roles.remove(SPEC.service, SPEC.region, cleared())).rejects.toMatchObject({
    code: 'role-in-use',
    message: expect.stringContaining(NAME),
  })
})
