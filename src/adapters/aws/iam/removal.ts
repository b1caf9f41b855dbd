import {
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  paginateListRolePolicies,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { IAMClient, InstanceProfile } from '@aws-sdk/client-iam'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import { onceConsistent } from '../consistency.ts'
import { isNamed, pages, unlessMissing } from '../errors.ts'
import { makerOf, makerOfProfile, MISSING, observe } from './ownership.ts'
import type { Iam } from './ownership.ts'

/** The profile still has its role, or the role its policy, as far as IAM knows. */
const HELD = ['DeleteConflictException']

/** Removes the instance profile and the role that the action created for the service. Returns what it removed, in words. */
export async function removeHostRole(
  iam: Iam,
  { service, region }: { readonly service: Service; readonly region: string },
): Promise<string[]> {
  const { profile, role } = await observe(iam.client, service, region)
  const ownProfile = profile && makerOfProfile({ profile, role }, service) === 'action' ? profile : undefined
  const ownRole = role && makerOf(role, service) === 'action' ? role : undefined
  if (ownProfile) await removeProfile(iam, ownProfile)
  if (ownRole) await removeRole(iam, ownRole.RoleName ?? '')
  return [...(ownProfile ? [`instance profile ${ownProfile.InstanceProfileName}`] : []), ...(ownRole ? [`role ${ownRole.RoleName}`] : [])]
}

async function removeProfile({ client, clock }: Iam, { InstanceProfileName, Roles = [] }: InstanceProfile): Promise<void> {
  for (const { RoleName } of Roles) {
    const leave = new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName })
    await unlessMissing('iam:RemoveRoleFromInstanceProfile', client.send(leave), MISSING)
  }
  await onceConsistent(clock, HELD, () =>
    unlessMissing('iam:DeleteInstanceProfile', client.send(new DeleteInstanceProfileCommand({ InstanceProfileName })), MISSING),
  )
}

async function removeRole({ client, clock }: Iam, RoleName: string): Promise<void> {
  await removePolicies(client, RoleName)
  try {
    await onceConsistent(clock, HELD, () => unlessMissing('iam:DeleteRole', client.send(new DeleteRoleCommand({ RoleName })), MISSING))
  } catch (cause) {
    if (!isNamed(cause, ...HELD)) throw cause
    throw new DeployError('role-in-use', `The role ${RoleName} cannot be deleted: ${cause.message}`, {
      hint: 'Detach what was attached to it by hand, and run destroy again.',
      cause,
    })
  }
}

async function removePolicies(client: IAMClient, RoleName: string): Promise<void> {
  const all = paginateListRolePolicies({ client }, { RoleName })
  const names = await pages('iam:ListRolePolicies', all, (page) => page.PolicyNames).catch(noneIfMissing)
  for (const PolicyName of names)
    await unlessMissing('iam:DeleteRolePolicy', client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName })), MISSING)
}

function noneIfMissing(error: unknown): never[] {
  if (isNamed(error, MISSING)) return []
  throw error
}
