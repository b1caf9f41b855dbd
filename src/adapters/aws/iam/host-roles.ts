import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GetInstanceProfileCommand,
  GetPolicyCommand,
  GetRoleCommand,
  GetRolePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import type { IAMClient, InstanceProfile, Role } from '@aws-sdk/client-iam'
import { hostPolicy, hostTrust, partitionOf } from '../../../domain/host/host-policy.ts'
import type { HostPolicySpec } from '../../../domain/host/host-policy.ts'
import { roleName } from '../../../domain/host/role-name.ts'
import { displayName, managedTags } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { HostRoles } from '../../../ports/hosts/host-roles.ts'
import { aws, unlessMissing } from '../errors.ts'
import { removeHostRole } from './removal.ts'

const PATH = '/docker-to-ec2/'
const POLICY = 'host'

export function iamHostRoles(client: IAMClient): HostRoles {
  return {
    async ensure(spec) {
      const boundary = await findBoundary(client, spec)
      await ensureRole(client, spec, boundary)
      await Promise.all([syncPolicy(client, spec), ensureProfile(client, spec)])
      return roleName(spec.service, spec.region)
    },
    async find(service, region) {
      const name = roleName(service, region)
      const [role, profile] = await Promise.all([observeRole(client, name), observeProfile(client, name)])
      return role && profile && name
    },
    remove: (service, region) => removeHostRole(client, roleName(service, region), PATH),
  }
}

async function findBoundary(client: IAMClient, { region, accountId }: HostPolicySpec): Promise<string | undefined> {
  const PolicyArn = `arn:${partitionOf(region)}:iam::${accountId}:policy${PATH}docker-to-ec2-boundary`
  const found = await unlessMissing('iam:GetPolicy', client.send(new GetPolicyCommand({ PolicyArn })), 'NoSuchEntityException')
  return found?.Policy?.Arn
}

async function ensureRole(client: IAMClient, spec: HostPolicySpec, boundary: string | undefined): Promise<void> {
  const RoleName = roleName(spec.service, spec.region)
  const role = (await observeRole(client, RoleName)) ?? (await createRole(client, spec, boundary))
  if (role?.Path !== PATH) throw taken(`role ${RoleName}`)
  if (boundary === undefined || role.PermissionsBoundary?.PermissionsBoundaryArn === boundary) return
  const request = new PutRolePermissionsBoundaryCommand({ RoleName, PermissionsBoundary: boundary })
  await aws('iam:PutRolePermissionsBoundary', client.send(request))
}

async function observeRole(client: IAMClient, RoleName: string): Promise<Role | undefined> {
  const found = await unlessMissing('iam:GetRole', client.send(new GetRoleCommand({ RoleName })), 'NoSuchEntityException')
  return found?.Role
}

async function createRole(client: IAMClient, spec: HostPolicySpec, boundary: string | undefined): Promise<Role | undefined> {
  const RoleName = roleName(spec.service, spec.region)
  const request = new CreateRoleCommand({
    RoleName,
    Path: PATH,
    AssumeRolePolicyDocument: JSON.stringify(hostTrust()),
    Description: `Host of ${displayName(spec.service)}`,
    Tags: tags(spec),
    ...(boundary !== undefined && { PermissionsBoundary: boundary }),
  })
  const created = await unlessMissing('iam:CreateRole', client.send(request), 'EntityAlreadyExistsException')
  if (!created) return observeRole(client, RoleName)
  return { ...created.Role, Path: PATH, PermissionsBoundary: { PermissionsBoundaryArn: boundary } } as Role
}

async function syncPolicy(client: IAMClient, spec: HostPolicySpec): Promise<void> {
  const name = { RoleName: roleName(spec.service, spec.region), PolicyName: POLICY }
  const wanted = JSON.stringify(hostPolicy(spec))
  const found = await unlessMissing('iam:GetRolePolicy', client.send(new GetRolePolicyCommand(name)), 'NoSuchEntityException')
  if (decodeURIComponent(found?.PolicyDocument ?? '') === wanted) return
  await aws('iam:PutRolePolicy', client.send(new PutRolePolicyCommand({ ...name, PolicyDocument: wanted })))
}

async function ensureProfile(client: IAMClient, spec: HostPolicySpec): Promise<void> {
  const name = roleName(spec.service, spec.region)
  const profile = (await observeProfile(client, name)) ?? (await createProfile(client, spec))
  if (profile?.Path !== PATH) throw taken(`instance profile ${name}`)
  if (profile.Roles?.some(({ RoleName }) => RoleName === name)) return
  const request = new AddRoleToInstanceProfileCommand({ InstanceProfileName: name, RoleName: name })
  // A profile holds one role, so a second one is refused as over the limit: another run was faster.
  await unlessMissing('iam:AddRoleToInstanceProfile', client.send(request), 'LimitExceededException', 'EntityAlreadyExistsException')
}

async function observeProfile(client: IAMClient, name: string): Promise<InstanceProfile | undefined> {
  const request = new GetInstanceProfileCommand({ InstanceProfileName: name })
  return (await unlessMissing('iam:GetInstanceProfile', client.send(request), 'NoSuchEntityException'))?.InstanceProfile
}

async function createProfile(client: IAMClient, spec: HostPolicySpec): Promise<InstanceProfile | undefined> {
  const name = roleName(spec.service, spec.region)
  const request = new CreateInstanceProfileCommand({ InstanceProfileName: name, Path: PATH, Tags: tags(spec) })
  const created = await unlessMissing('iam:CreateInstanceProfile', client.send(request), 'EntityAlreadyExistsException')
  return created?.InstanceProfile ?? (await observeProfile(client, name))
}

function tags(spec: HostPolicySpec): { Key: string; Value: string }[] {
  return Object.entries(managedTags(spec.service)).map(([Key, Value]) => ({ Key, Value }))
}

function taken(what: string): DeployError {
  return new DeployError('role-taken', `The account has a ${what} that this action did not create.`, {
    hint: 'Name an instance profile of your own in the input instance-profile, or rename that one.',
  })
}
