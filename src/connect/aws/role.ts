import { setSecret } from '@actions/core'
import { STSClient } from '@aws-sdk/client-sts'
import { assumedRole } from '../../adapters/aws/sts/role.ts'
import { webIdentityRole } from '../../adapters/aws/sts/web-identity.ts'
import type { WebIdentitySpec } from '../../adapters/aws/sts/web-identity.ts'
import type { ClientOptions, Session } from './options.ts'

export function connectRole(options: ClientOptions, roleArn: string, sessionName: string): Session {
  return assumedRole(new STSClient(options), { roleArn, sessionName, mask: setSecret })
}

export function connectWebIdentity(options: ClientOptions, spec: Omit<WebIdentitySpec, 'mask'>): Session {
  return webIdentityRole(new STSClient(options), { ...spec, mask: setSecret })
}
