import { mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { RegistryCredentials } from '../../domain/image/image.ts'

interface DockerConfig {
  readonly auths?: Readonly<Record<string, unknown>>
  readonly credHelpers?: Readonly<Record<string, string>>
}

/**
 * Runs `work` with a Docker configuration that knows the user's own logins, contexts, plugins and builders, and besides them these credentials, which
 * neither reach the user's files nor stay: the folder is private and goes away whatever happens.
 */
export async function withDockerConfig<T>(
  { credentials, env, tempDir }: { readonly credentials: RegistryCredentials; readonly env: NodeJS.ProcessEnv; readonly tempDir: string },
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const own = env['DOCKER_CONFIG'] ?? join(env['HOME'] ?? homedir(), '.docker')
  const folder = await mkdtemp(join(tempDir, 'docker-to-ec2-'))
  try {
    for (const name of await entries(own)) await symlink(join(own, name), join(folder, name))
    const config = withLogin(await readConfig(own), credentials)
    await writeFile(join(folder, 'config.json'), JSON.stringify(config), { mode: 0o600 })
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** An empty credential helper means "in this file": otherwise a `credsStore` of the user's would be asked instead, and `docker login` would write to it. */
function withLogin<T extends DockerConfig>(config: T, { registry, username, password }: RegistryCredentials): T & DockerConfig {
  const auth = Buffer.from(`${username}:${password}`).toString('base64')
  return { ...config, auths: { ...config.auths, [registry]: { auth } }, credHelpers: { ...config.credHelpers, [registry]: '' } }
}

async function entries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name !== 'config.json')
}

async function readConfig(folder: string): Promise<DockerConfig> {
  const text = await readFile(join(folder, 'config.json'), 'utf8').catch(() => '{}')
  return JSON.parse(text) as DockerConfig
}
