import type { SSMClient } from '@aws-sdk/client-ssm'
import { parameterVersions } from '../adapters/aws/secrets/parameter-store.ts'
import { secretVersions } from '../adapters/aws/secrets/secret-versions.ts'
import type { SecretVersions } from '../ports/state/secret-versions.ts'
import { once } from './lazy.ts'
import type { ClientOptions } from './aws/options.ts'

/** Loads the client of Secrets Manager only for a secret in that store. */
export function connectSecretVersions(options: ClientOptions, ssm: SSMClient): SecretVersions {
  const secretsManager = once(async () => (await import('./aws/secrets-manager.ts')).connectSecretsManager(options))
  return secretVersions({ ssm: parameterVersions(ssm), secretsmanager: async (names) => (await secretsManager())(names) })
}
