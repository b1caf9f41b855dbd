import {
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  GetInstanceProfileCommand,
  GetRoleCommand,
  ListRolePoliciesCommand,
  RemoveRoleFromInstanceProfileCommand,
} from '@aws-sdk/client-iam'
import type { IAMClient } from '@aws-sdk/client-iam'
import { DeployError } from '../../../errors.ts'
import { isNamed, unlessMissing } from '../errors.ts'

const MISSING = 'NoSuchEntityException'

/** Removes the instance profile and the role of this name, if they lie under `path`. Gives what was removed, in words. */
export async function removeHostRole(client: IAMClient, name: string, path: string): Promise<string[]> {
  const profile = await removeProfile(client, name, path)
  const role = await removeRole(client, name, path)
  return [...(profile ? [`instance profile ${name}`] : []), ...(role ? [`role ${name}`] : [])]
}

async function removeProfile(client: IAMClient, name: string, path: string): Promise<boolean> {
  const id = { InstanceProfileName: name }
  const found = await unlessMissing('iam:GetInstanceProfile', client.send(new GetInstanceProfileCommand(id)), MISSING)
  if (found?.InstanceProfile?.Path !== path) return false
  for (const { RoleName } of found.InstanceProfile.Roles ?? []) {
    const leave = new RemoveRoleFromInstanceProfileCommand({ ...id, RoleName })
    await unlessMissing('iam:RemoveRoleFromInstanceProfile', client.send(leave), MISSING)
  }
  await unlessMissing('iam:DeleteInstanceProfile', client.send(new DeleteInstanceProfileCommand(id)), MISSING)
  return true
}

async function removeRole(client: IAMClient, RoleName: string, path: string): Promise<boolean> {
  const found = await unlessMissing('iam:GetRole', client.send(new GetRoleCommand({ RoleName })), MISSING)
  if (found?.Role?.Path !== path) return false
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
  return true
}

async function removePolicies(client: IAMClient, RoleName: string): Promise<void> {
  const found = await unlessMissing('iam:ListRolePolicies', client.send(new ListRolePoliciesCommand({ RoleName })), MISSING)
  for (const PolicyName of found?.PolicyNames ?? []) {
    await unlessMissing('iam:DeleteRolePolicy', client.send(new DeleteRolePolicyCommand({ RoleName, PolicyName })), MISSING)
  }
}
