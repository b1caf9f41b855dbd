import { setSecret } from '@actions/core'
import { STSClient } from '@aws-sdk/client-sts'
import { stsAccount } from '../../adapters/aws/sts/account.ts'
import { assumedRole } from '../../adapters/aws/sts/role.ts'
import type { Account } from '../../ports/account.ts'
import type { ClientOptions, Session } from './options.ts'

export function connectSts(options: ClientOptions): Account {
  return stsAccount(new STSClient(options), options)
}

export function connectRole(options: ClientOptions, roleArn: string, sessionName: string): Session {
  return assumedRole(new STSClient(options), { roleArn, sessionName, mask: setSecret })
}
