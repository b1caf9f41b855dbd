import { readFile } from 'node:fs/promises'
import type { BuildSecret } from '../../domain/image/build-secrets.ts'
import { DeployError } from '../../errors.ts'

/** The secrets themselves, so that they can be kept out of the log. Docker reads them where they are. */
export function readSecrets(secrets: readonly BuildSecret[], env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return Promise.all(secrets.map(async (secret) => (secret.kind === 'env' ? (env[secret.name] ?? '') : readSecretFile(secret))))
}

async function readSecretFile({ id, path }: { readonly id: string; readonly path: string }): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (cause) {
    throw new DeployError('build-secret-missing', `The secret ${id} of the build cannot be read: there is no file ${path}.`, {
      hint: 'Write it in a step before this one, or correct its path in the input build-secrets.',
      cause,
    })
  }
}
