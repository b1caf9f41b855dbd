import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { managedSecretVersions } from '../../adapters/aws/secrets/secrets-manager.ts'
import type { VersionsOf } from '../../adapters/aws/secrets/secret-versions.ts'
import type { ClientOptions } from './options.ts'

export function connectSecretsManager(options: ClientOptions): VersionsOf {
  return managedSecretVersions(new SecretsManagerClient(options))
}
