import { DescribeSecretCommand } from '@aws-sdk/client-secrets-manager'
import type { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import type { CurrentVersion } from '../../../domain/release/secret-changes.ts'
import { DeployError } from '../../../errors.ts'
import { aws, isNamed } from '../errors.ts'
import type { VersionsOf } from './secret-versions.ts'

/** `DescribeSecret` returns versions, never a value. `names`: names or ARNs. */
export function managedSecretVersions(client: SecretsManagerClient): VersionsOf {
  return async (names) => new Map(await Promise.all(names.map(async (name) => [name, await versionOf(client, name)] as const)))
}

async function versionOf(client: SecretsManagerClient, SecretId: string): Promise<CurrentVersion> {
  try {
    const { VersionIdsToStages } = await aws('secretsmanager:DescribeSecret', client.send(new DescribeSecretCommand({ SecretId })))
    const current = Object.entries(VersionIdsToStages ?? {}).find(([, stages]) => stages.includes('AWSCURRENT'))
    return current ? { version: current[0] } : { unknown: 'it has no current version' }
  } catch (error) {
    if (isNamed(error, 'ResourceNotFoundException')) return { unknown: 'it does not exist' }
    if (!(error instanceof DeployError)) throw error
    return { unknown: error.message }
  }
}
