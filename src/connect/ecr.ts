import { setSecret } from '@actions/core'
import { ECRClient } from '@aws-sdk/client-ecr'
import { ecrRepositories } from '../adapters/aws/ecr/repositories.ts'
import type { Service } from '../domain/service.ts'
import type { Repositories } from '../ports/image/repositories.ts'
import type { ClientOptions } from './options.ts'

export function connectEcr(options: ClientOptions, service: Service): Repositories {
  return ecrRepositories(new ECRClient(options), { service, mask: setSecret })
}
