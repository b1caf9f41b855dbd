import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { STSClient } from '@aws-sdk/client-sts'
import type { Account } from '../ports/account.ts'
import { aws } from './aws-errors.ts'

export function stsAccount(client: STSClient): Account {
  return {
    async identify() {
      const { Account: accountId = '', Arn: arn = '' } = await aws('sts:GetCallerIdentity', client.send(new GetCallerIdentityCommand({})))
      return { accountId, arn }
    },
  }
}
