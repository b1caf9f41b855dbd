import type { Config } from '../config/config.ts'
import { DeployError } from '../errors.ts'
import type { Account } from '../ports/account.ts'

/** The account of the run's credentials. Throws a `DeployError` `wrong-account` if the input `account-id` names another. */
export async function checkAccount(config: Pick<Config, 'accountId'>, account: Account): Promise<string> {
  const { accountId, arn } = await account.identify()
  if (config.accountId !== undefined && config.accountId !== accountId) {
    throw new DeployError(
      'wrong-account',
      `the credentials belong to account ${accountId} (${arn}), but account-id allows only ${config.accountId}`,
      { hint: 'Assume a role of the right account, or correct the input account-id.' },
    )
  }
  return accountId
}
