import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import type { STSClient } from '@aws-sdk/client-sts'
import { DeployError } from '../../../errors.ts'
import type { Account } from '../../../ports/account.ts'
import { aws } from '../errors.ts'

export function stsAccount(client: STSClient, { region }: { readonly region: string }): Account {
  return {
    async identify() {
      try {
        const { Account: accountId = '', Arn: arn = '' } = await aws('sts:GetCallerIdentity', client.send(new GetCallerIdentityCommand({})))
        return { accountId, arn }
      } catch (cause) {
        throw isUnknownHost(cause) ? unknownRegion(region, cause) : cause
      }
    },
  }
}

function isUnknownHost(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOTFOUND'
}

function unknownRegion(region: string, cause: unknown): DeployError {
  return new DeployError('unknown-region', `AWS has no endpoint for ${region}: there is no such host.`, {
    hint: 'Check the input aws-region.',
    cause,
  })
}
