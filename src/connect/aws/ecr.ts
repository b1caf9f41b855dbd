import { setSecret } from '@actions/core'
import { ECRClient } from '@aws-sdk/client-ecr'
import { ecrRepositories } from '../../adapters/aws/ecr/repositories.ts'
import { ecrScans } from '../../adapters/aws/ecr/scans.ts'
import type { Context } from '../../context.ts'
import type { Service } from '../../domain/service.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

export function connectEcr(options: ClientOptions, service: Service): Pick<Context, 'repositories' | 'scans'> {
  const client = permitted(new ECRClient(options), options.permit)
  return { repositories: ecrRepositories(client, { service, mask: setSecret }), scans: ecrScans(client) }
}
