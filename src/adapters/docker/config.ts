import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import { mapOf, readJson } from '../../domain/untrusted.ts'
import { DeployError } from '../../errors.ts'
import type { PostCleanup } from '../../ports/post-cleanup.ts'
import type { RegistryCredentials } from '../../domain/image/image.ts'

/** https://docs.docker.com/reference/cli/docker/#docker-cli-configuration-file-configjson-properties */
const CONFIG = v.looseObject({
  auths: v.optional(mapOf(v.unknown())),
  credHelpers: v.optional(mapOf(v.string())),
})

type DockerConfig = v.InferOutput<typeof CONFIG>

export interface DockerConfigSpec {
  readonly credentials: RegistryCredentials
  readonly env: NodeJS.ProcessEnv
  readonly tempDir: string
  readonly postCleanup: PostCleanup
}

/**
 * Runs `work` with a Docker configuration that has the user's own logins, contexts, plugins and builders, plus these credentials. They
 * never reach the user's files: the folder is private and always removed, by the `post` phase if this process is killed. The same holds for
 * buildx's notes about its builds.
 */
export async function withDockerConfig<T>(
  { credentials, env, tempDir, postCleanup }: DockerConfigSpec,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  // Docker, too, takes an empty variable for none.
  const own = env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker')
  const folder = join(tempDir, `docker-to-ec2-${crypto.randomUUID()}`)
  postCleanup.note('build', { folder, images: [] })
  try {
    await mkdir(folder, { mode: 0o700 })
    for (const name of await entries(own)) await symlink(join(own, name), join(folder, name))
    await copyBuilders(env['BUILDX_CONFIG'] || join(own, BUILDX), join(folder, BUILDX))
    const config = withLogin(await readConfig(own), credentials)
    await writeFile(join(folder, 'config.json'), JSON.stringify(config), { mode: 0o600 })
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
    postCleanup.forget('build')
  }
}

/** buildx's folder in a configuration. */
const BUILDX = 'buildx'

/** Variables of the programs that use a configuration. */
export function variablesOf(folder: string) {
  return { DOCKER_CONFIG: folder, BUILDX_CONFIG: join(folder, BUILDX) } as const
}

/** Marks these programs and their children. */
export function markOf(folder: string): string {
  return `DOCKER_CONFIG=${folder}`
}

/** Copies the builders. In `refs`, buildx keeps a file for each of its builds. */
async function copyBuilders(from: string, to: string): Promise<void> {
  if (existsSync(from)) await cp(from, to, { recursive: true, filter: (path) => basename(path) !== 'refs' })
}

/** An empty credential helper means "in this file". Without it, Docker would ask the user's `credsStore`, and `docker login` would write to it. */
function withLogin(config: DockerConfig, { registry, username, password }: RegistryCredentials): DockerConfig {
  const auth = Buffer.from(`${username}:${password}`).toString('base64')
  return { ...config, auths: { ...config.auths, [registry]: { auth } }, credHelpers: { ...config.credHelpers, [registry]: '' } }
}

async function entries(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => name !== 'config.json' && name !== BUILDX)
}

async function readConfig(folder: string): Promise<DockerConfig> {
  const path = join(folder, 'config.json')
  const config = readJson(CONFIG, await readFile(path, 'utf8').catch(() => '{}'))
  if (config !== undefined) return config
  throw new DeployError('build-failed', `${path} is not a configuration of Docker: Docker itself could not read it either.`, {
    hint: 'Find the step of this job that wrote it, or remove the file.',
  })
}
