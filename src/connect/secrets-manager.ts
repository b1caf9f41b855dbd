import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { managedSecretVersions } from '../adapters/managed-secret-versions.ts'
import type { VersionsOf } from '../adapters/secret-versions.ts'
import type { ClientOptions } from './options.ts'

export function connectSecretsManager(options: ClientOptions): VersionsOf {
  return managedSecretVersions(new SecretsManagerClient(options))
}
