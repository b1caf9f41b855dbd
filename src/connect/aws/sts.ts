import { STSClient } from '@aws-sdk/client-sts'
import { stsAccount } from '../../adapters/aws/sts/account.ts'
import type { Account } from '../../ports/account.ts'
import type { ClientOptions } from './options.ts'

export function connectSts(options: ClientOptions): Account {
  return stsAccount(new STSClient(options), options)
}
