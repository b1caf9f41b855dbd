import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  GetPolicyCommand,
  GetRolePolicyCommand,
  PutRolePermissionsBoundaryCommand,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import type { IAMClient, InstanceProfile, Role } from '@aws-sdk/client-iam'
import { hostPolicy, hostTrust } from '../../../domain/host/host-policy.ts'
import { partitionOf } from '../../../domain/identity/job-role.ts'
import type { HostPolicySpec } from '../../../domain/host/host-policy.ts'
import { lackingIn, readPolicy } from '../../../domain/host/policy-coverage.ts'
import { profileName, roleName } from '../../../domain/host/role-name.ts'
import { displayName, managedTags } from '../../../domain/service.ts'
import { DeployError, isNotAllowed } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import type { HostRoles } from '../../../ports/hosts/host-roles.ts'
import { onceConsistent } from '../consistency.ts'
import { aws, unlessMissing } from '../errors.ts'
import { assertOwn, makerOf, MISSING, observe, observeRole, observeWith, PATH } from './ownership.ts'
import type { Iam, Observed } from './ownership.ts'
import { removeHostRole } from './removal.ts'

const POLICY = 'host'
/** A profile holds one role. If another run was faster, IAM refuses a second one as over the limit. */
const HAS_ROLE = ['LimitExceededException', 'EntityAlreadyExistsException']

export function iamHostRoles(client: IAMClient, clock: Clock): HostRoles {
  return {
    async ensure(spec) {
      const [found, held] = await observeWith(client, spec, (name) => heldPolicy(client, name))
      assertOwn(found, spec.service)
      const { role } = found
      const ofStack = role !== undefined && makerOf(role, spec.service) === 'stack'
      const lacks = ofStack ? lackingIn(readPolicy(held ?? ''), hostPolicy(spec)) : []
      if (!ofStack) await makeOwn({ client, clock }, spec, { ...found, held: role && held })
      return { profile: profileName(spec.service, spec.region), lacks }
    },
    async find(service, region) {
      const { profile, role } = await observe(client, service, region)
      return role && profile && profileName(service, region)
    },
    remove: (service, region) => removeHostRole({ client, clock }, { service, region }),
  }
}

interface Held extends Observed {
  /** The text of the role's policy; `undefined` if it has none. */
  readonly held: string | undefined
}

async function heldPolicy(client: IAMClient, RoleName: string): Promise<string | undefined> {
  const request = new GetRolePolicyCommand({ RoleName, PolicyName: POLICY })
  const found = await unlessMissing('iam:GetRolePolicy', client.send(request), MISSING)
  return found?.PolicyDocument === undefined ? undefined : decodeURIComponent(found.PolicyDocument)
}

async function makeOwn(iam: Iam, spec: HostPolicySpec, { role, profile, held }: Held): Promise<void> {
  const { client } = iam
  const boundary = await findBoundary(client, spec)
  const made = role ?? (await createRole(client, spec, boundary).catch(hintAtStack))
  await ensureBoundary(client, made, boundary)
  await Promise.all([syncPolicy(iam, spec, { role: made, held }), ensureProfile(iam, spec, profile)])
}

/** In accounts where only the owner creates roles, and workflows cannot. */
function hintAtStack(error: unknown): never {
  if (!isNotAllowed(error)) throw error
  throw new DeployError('not-allowed', `The host has no role yet, and this run may not create one: ${error.message}`, {
    hint: 'Deploy docs/iam/setup.yaml for this service, environment and region to create the role, or set instance-profile to one of your own.',
    cause: error,
  })
}

async function findBoundary(client: IAMClient, { region, accountId }: HostPolicySpec): Promise<string | undefined> {
  const PolicyArn = `arn:${partitionOf(region)}:iam::${accountId}:policy${PATH}docker-to-ec2-boundary`
  const found = await unlessMissing('iam:GetPolicy', client.send(new GetPolicyCommand({ PolicyArn })), MISSING).catch(unlessRefused)
  return found?.Policy?.Arn
}

/** A run without the right to look for a boundary need not have one: if it must, IAM itself refuses to create the role. */
function unlessRefused(error: unknown): undefined {
  if (!isNotAllowed(error)) throw error
}

async function ensureBoundary(client: IAMClient, role: Role, boundary: string | undefined): Promise<void> {
  if (boundary === undefined || role.PermissionsBoundary?.PermissionsBoundaryArn === boundary) return
  const request = new PutRolePermissionsBoundaryCommand({ RoleName: role.RoleName, PermissionsBoundary: boundary })
  await aws('iam:PutRolePermissionsBoundary', client.send(request))
}

async function createRole(client: IAMClient, spec: HostPolicySpec, boundary: string | undefined): Promise<Role> {
  const RoleName = roleName(spec.service, spec.region)
  const request = new CreateRoleCommand({
    RoleName,
    Path: PATH,
    AssumeRolePolicyDocument: JSON.stringify(hostTrust(spec.region)),
    Description: `Host of ${displayName(spec.service)}`,
    Tags: tags(spec),
    ...(boundary !== undefined && { PermissionsBoundary: boundary }),
  })
  const created = await unlessMissing('iam:CreateRole', client.send(request), 'EntityAlreadyExistsException')
  if (created?.Role) return { ...created.Role, RoleName, PermissionsBoundary: { PermissionsBoundaryArn: boundary } }
  const role = await observeRole(client, RoleName)
  assertOwn({ role, profile: undefined }, spec.service)
  if (role === undefined) throw new Error(`The role ${RoleName} disappeared right after it was created.`)
  return role
}

async function syncPolicy(
  { client, clock }: Iam,
  spec: HostPolicySpec,
  { role: { RoleName = '' }, held }: { readonly role: Role; readonly held: string | undefined },
): Promise<void> {
  const wanted = JSON.stringify(hostPolicy(spec))
  if (held === wanted) return
  const request = { RoleName, PolicyName: POLICY, PolicyDocument: wanted }
  await onceConsistent(clock, [MISSING], () => aws('iam:PutRolePolicy', client.send(new PutRolePolicyCommand(request))))
}

async function ensureProfile({ client, clock }: Iam, spec: HostPolicySpec, found: InstanceProfile | undefined): Promise<void> {
  const profile = found ?? (await createProfile(client, spec))
  if ((profile?.Roles ?? []).length > 0) return
  const InstanceProfileName = profileName(spec.service, spec.region)
  const request = { InstanceProfileName, RoleName: roleName(spec.service, spec.region) }
  await onceConsistent(clock, [MISSING], () =>
    unlessMissing('iam:AddRoleToInstanceProfile', client.send(new AddRoleToInstanceProfileCommand(request)), ...HAS_ROLE),
  )
}

async function createProfile(client: IAMClient, spec: HostPolicySpec): Promise<InstanceProfile | undefined> {
  const InstanceProfileName = profileName(spec.service, spec.region)
  const request = new CreateInstanceProfileCommand({ InstanceProfileName, Path: PATH, Tags: tags(spec) })
  const created = await unlessMissing('iam:CreateInstanceProfile', client.send(request), 'EntityAlreadyExistsException')
  if (created?.InstanceProfile) return created.InstanceProfile
  const { profile, role } = await observe(client, spec.service, spec.region)
  assertOwn({ profile, role }, spec.service)
  return profile
}

function tags(spec: HostPolicySpec): { Key: string; Value: string }[] {
  return Object.entries(managedTags(spec.service)).map(([Key, Value]) => ({ Key, Value }))
}
