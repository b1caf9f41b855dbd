import { setSecret } from '@actions/core'
import { ECRClient } from '@aws-sdk/client-ecr'
import { ecrRepositories } from '../adapters/aws/ecr/repositories.ts'
import type { Repositories } from '../ports/image/repositories.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

export function connectEcr(options: ClientOptions): Repositories {
  return ecrRepositories(permitted(new ECRClient(options), options.permit), { mask: setSecret })
}
