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
      } catch (error) {
        throw isUnknownHost(error) ? unknownRegion(region, error) : error
      }
    },
  }
}

function isUnknownHost(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'ENOTFOUND'
}

function unknownRegion(region: string, cause: unknown): DeployError {
  return new DeployError('unknown-region', `AWS has no endpoint for ${region}: there is no such host.`, {
    hint: 'Check the input aws-region.',
    cause,
  })
}
