import {
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  ListRolePoliciesCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { IAMClient, InstanceProfile } from '@aws-sdk/client-iam'
import type { Service } from '../../../domain/service.ts'
import { DeployError } from '../../../errors.ts'
import { isNamed, unlessMissing } from '../errors.ts'
import { makerOf, makerOfProfile, MISSING, observe } from './ownership.ts'

/** Removes the instance profile and the role that the action created for the service. Returns what it removed, in words. */
export async function removeHostRole(client: IAMClient, service: Service, region: string): Promise<string[]> {
  const { profile, role } = await observe(client, service, region)
  const ownProfile = profile && makerOfProfile({ profile, role }, service) === 'action' ? profile : undefined
  const ownRole = role && makerOf(role, service) === 'action' ? role : undefined
  if (ownProfile) await removeProfile(client, ownProfile)
  if (ownRole) await removeRole(client, ownRole.RoleName ?? '')
  return [...(ownProfile ? [`instance profile ${ownProfile.InstanceProfileName}`] : []), ...(ownRole ? [`role ${ownRole.RoleName}`] : [])]
}

async function removeProfile(client: IAMClient, { InstanceProfileName, Roles = [] }: InstanceProfile): Promise<void> {
  for (const { RoleName } of Roles) {
    const leave = new RemoveRoleFromInstanceProfileCommand({ InstanceProfileName, RoleName })
    await unlessMissing('iam:RemoveRoleFromInstanceProfile', client.send(leave), MISSING)
  }
  await unlessMissing('iam:DeleteInstanceProfile', client.send(new DeleteInstanceProfileCommand({ InstanceProfileName })), MISSING)
}

async function removeRole(client: IAMClient, RoleName: string): Promise<void> {
  await removePolicies(client, RoleName)
  try {
    await unlessMissing('iam:DeleteRole', client.send(new DeleteRoleCommand({ RoleName })), MISSING)
  } catch (cause) {
    if (!isNamed(cause, 'DeleteConflictException')) throw cause
    throw new DeployError('role-in-use', `The role ${RoleName} cannot be deleted: ${cause.message}`, {
      hint: 'Detach what was attached to it by hand, and run destroy again.',
      cause,
    })
  }
}

async function removePolicies(client: IAMClient, RoleName: string): Promise<void> {
  const found = await unlessMissing('iam:ListRolePolicies', client.send(new ListRolePoliciesCommand({ RoleName })), MISSING)
  for (const PolicyName of found?.PolicyNames ?? []) {
    await unlessMissing('iam:DeleteRolePolicy', client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName })), MISSING)
  }
}
