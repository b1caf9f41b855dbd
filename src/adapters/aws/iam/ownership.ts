import { GetInstanceProfileCommand, GetRoleCommand } from '@aws-sdk/client-iam'
import type { IAMClient, InstanceProfile, Role } from '@aws-sdk/client-iam'
import { profileName, roleName } from '../../../domain/host/role-name.ts'
import { serviceTags, TAG_MANAGED } from '../../../domain/service.ts'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import type { Clock } from '../../../ports/clock.ts'
import { unlessMissing } from '../errors.ts'

export const PATH = '/docker-to-ec2/'
export const MISSING = 'NoSuchEntityException'

/** IAM, and the clock to wait by until it knows its own changes everywhere. */
export interface Iam {
  readonly client: IAMClient
  readonly clock: Clock
}

/** Role and profile with the names of a service. Their path and tags show who created them. */
export interface Observed {
  readonly profile: InstanceProfile | undefined
  readonly role: Role | undefined
}

/** The profile and the role in it. A role that a stack created has a name of its own. */
export async function observe(client: IAMClient, service: Service, region: string): Promise<Observed> {
  const [found] = await observeWith(client, { service, region }, () => Promise.resolve())
  return found
}

interface Where {
  readonly service: Service
  readonly region: string
}

/** Like `observe`, and in parallel with the role what `more` asks about it by its name. */
export async function observeWith<T>(
  client: IAMClient,
  { service, region }: Where,
  more: (roleName: string) => Promise<T>,
): Promise<[Observed, T]> {
  const profile = await observeProfile(client, profileName(service, region))
  const name = profile?.Roles?.[0]?.RoleName ?? roleName(service, region)
  const [role, asked] = await Promise.all([observeRole(client, name), more(name)])
  return [{ profile, role }, asked]
}

async function observeProfile(client: IAMClient, InstanceProfileName: string): Promise<InstanceProfile | undefined> {
  const request = new GetInstanceProfileCommand({ InstanceProfileName })
  return (await unlessMissing('iam:GetInstanceProfile', client.send(request), MISSING))?.InstanceProfile
}

export async function observeRole(client: IAMClient, RoleName: string): Promise<Role | undefined> {
  return (await unlessMissing('iam:GetRole', client.send(new GetRoleCommand({ RoleName })), MISSING))?.Role
}

/** Values of the tag `docker-to-ec2:managed`: `true` if the action created the resource, `stack` if docs/iam/setup.yaml did. */
type Maker = 'action' | 'stack' | 'others'

export function makerOf({ Path, Tags }: Pick<Role, 'Path' | 'Tags'>, service: Service): Maker {
  const tags = new Map(Tags?.map(({ Key, Value }) => [Key, Value]))
  const isOfService = Object.entries(serviceTags(service)).every(([key, value]) => tags.get(key) === value)
  if (Path !== PATH || !isOfService) return 'others'
  const managed = tags.get(TAG_MANAGED)
  if (managed === 'stack') return 'stack'
  return managed === 'true' ? 'action' : 'others'
}

/** A stack cannot tag an instance profile, so the tag of the role in it counts, too. */
export function makerOfProfile({ profile, role }: Observed & { readonly profile: InstanceProfile }, service: Service): Maker {
  if (profile.Path !== PATH) return 'others'
  const [inside] = profile.Roles ?? []
  if (inside !== undefined && role !== undefined && makerOf(role, service) === 'stack') return 'stack'
  return makerOf(profile, service)
}

/** Refuses an existing role or profile that was not created for this service. */
export function assertOwn({ profile, role }: Observed, service: Service): void {
  if (role && makerOf(role, service) === 'others') throw taken(`role ${role.RoleName}`)
  if (profile && makerOfProfile({ profile, role }, service) === 'others') throw taken(`instance profile ${profile.InstanceProfileName}`)
}

function taken(what: string): DeployError {
  return new DeployError('role-taken', `The account has the ${what}, but its tags and path do not belong to this service.`, {
    hint: 'Set instance-profile to one of your own, or rename the existing one.',
  })
}
