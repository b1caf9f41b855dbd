import type { Context } from '../context.ts'
import type { Host } from '../domain/host.ts'
import { DeployError } from '../errors.ts'

/** Who we are; refuses credentials of another account than the input `account-id` allows. */
export async function checkAccount({ config, account }: Context): Promise<string> {
  const { accountId, arn } = await account.identify()
  if (config.accountId !== undefined && config.accountId !== accountId) {
    throw new DeployError(
      'wrong-account',
      `the credentials belong to account ${accountId} (${arn}), and account-id allows only ${config.accountId}`,
      {
        next: 'Assume a role of the right account, or correct the input account-id.',
      },
    )
  }
  return accountId
}

/** The hosts that are there for this service: the one that `instance-id` names, or those that carry its tags. */
export async function observeHosts({ config, hosts }: Context): Promise<readonly Host[]> {
  const { instanceId } = config.host
  if (instanceId === undefined) return hosts.find(config.service)
  const host = await hosts.get(instanceId)
  return host ? [host] : []
}
