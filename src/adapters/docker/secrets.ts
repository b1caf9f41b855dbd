import { readFile, stat } from 'node:fs/promises'
import type { BuildSecret } from '../../domain/image/build-secrets.ts'
import { DeployError } from '../../errors.ts'

/** BuildKit's limit for a secret, in bytes: https://github.com/moby/buildkit/blob/v0.13.1/session/secrets/secretsprovider/secretsprovider.go */
const LARGEST = 500 * 1024

/** The values, to keep them out of the log. Docker reads the secrets from their own place. */
export function readSecrets(secrets: readonly BuildSecret[], env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  return Promise.all(secrets.map(async (secret) => (secret.kind === 'env' ? (env[secret.name] ?? '') : readSecretFile(secret))))
}

interface SecretFile {
  readonly id: string
  readonly path: string
}

async function readSecretFile({ id, path }: SecretFile): Promise<string> {
  try {
    const reason = unfit(await stat(path))
    if (reason === undefined) return await readFile(path, 'utf8')
    throw unreadable(id, `${path} ${reason}`)
  } catch (error) {
    if (error instanceof DeployError) throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw unreadable(id, code === 'ENOENT' ? `there is no file ${path}` : message, error)
  }
}

/** Reading a pipe or a device may never end, and works only once. */
function unfit(found: { readonly size: number; isFile(): boolean }): string | undefined {
  if (!found.isFile()) return 'is not a file'
  return found.size > LARGEST ? `has ${found.size} bytes; the limit is ${LARGEST}` : undefined
}

function unreadable(id: string, reason: string, cause?: unknown): DeployError {
  return new DeployError('build-secret-missing', `The secret ${id} of the build cannot be read: ${reason}.`, {
    hint: 'Write it in an earlier step, or correct its path in the input build-secrets.',
    cause,
  })
}
