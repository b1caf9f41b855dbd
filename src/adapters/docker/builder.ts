import { globSync } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readMetadata } from '../../domain/image/build-metadata.ts'
import type { Built } from '../../domain/image/build-metadata.ts'
import {
  buildWith,
  buildxArgv,
  cacheName,
  engineBuildArgv,
  imageName,
  pushedDigest,
  withoutFalseAlarm,
} from '../../domain/image/docker-argv.ts'
import { hiding } from '../../domain/image/build-secrets.ts'
import type { BuildSpec } from '../../domain/image/image.ts'
import type { DeployError } from '../../errors.ts'
import type { PostCleanup } from '../../ports/post-cleanup.ts'
import type { Builder } from '../../ports/image/builder.ts'
import { withDockerConfig } from './config.ts'
import { dockerIn, quiet } from './docker.ts'
import type { Docker } from './docker.ts'
import { buildFailure, noDigest, noDockerfile, pushFailure, severalPlatforms } from './errors.ts'
import { namesToCome, removeImages } from './images.ts'
import type { ProcessEnd } from './process.ts'
import { readSecrets } from './secrets.ts'

export interface DockerBuilderSpec {
  /** Gets Docker's output line by line. */
  readonly onLine: (line: string) => void
  readonly env?: NodeJS.ProcessEnv
  readonly postCleanup: PostCleanup
}

/** Builds with the runner's own Docker: through buildx if the job has set up its own builder, otherwise through the engine. */
export function dockerBuilder({ onLine: tell, env = process.env, postCleanup }: DockerBuilderSpec): Builder {
  const onLine = (line: string): void => tell(withoutFalseAlarm(line))
  return {
    async buildAndPush(spec, credentials, signal) {
      await checkDockerfile(spec, env['GITHUB_WORKSPACE'] ?? process.cwd())
      const hide = hiding(await readSecrets(spec.secrets, env))
      return await withDockerConfig({ credentials, env, tempDir: env['RUNNER_TEMP'] ?? tmpdir(), postCleanup }, async (folder) => {
        const docker = dockerIn(folder, { env, signal, onLine })
        const inspect = await docker(['buildx', 'inspect'], quiet)
        const way = buildWith(inspect.code === 0 ? inspect.stdout : undefined)
        const build = hidden(docker, { hide, onLine })
        if (way === 'buildx') return await buildWithBuildx(build, spec, folder)
        // Continues even if the run is cancelled.
        const last = dockerIn(folder, { env, signal: new AbortController().signal, onLine })
        const noteImages = (images: readonly string[]): void => postCleanup.note('build', { folder, images })
        return await buildWithEngine({ docker, build, last, onLine, noteImages }, spec)
      })
    },
  }
}

/** A Docker client whose output shows no secret of the build. */
function hidden(docker: Docker, { hide, onLine }: { hide: (text: string) => string; onLine: (line: string) => void }): Docker {
  return async (argv, lines = onLine) => {
    const { code, stdout, stderr } = await docker(argv, (line) => lines(hide(line)))
    return { code, stdout: hide(stdout), stderr: hide(stderr) }
  }
}

async function buildWithBuildx(build: Docker, spec: BuildSpec, folder: string): Promise<Built> {
  const metadata = join(folder, 'metadata.json')
  await must(build(buildxArgv(spec, metadata)), (output) => buildFailure(output, spec))
  return readMetadata(await readFile(metadata, 'utf8')) ?? noDigest(spec)
}

interface Engine {
  readonly docker: Docker
  readonly build: Docker
  /** Runs after the build, however it ends. */
  readonly last: Docker
  readonly onLine: (line: string) => void
  readonly noteImages: (images: readonly string[]) => void
}

async function buildWithEngine(engine: Engine, spec: BuildSpec): Promise<Built> {
  if (spec.platforms.length > 1) throw severalPlatforms(spec)
  const images = await namesToCome(engine.docker, spec)
  engine.noteImages(images)
  try {
    return { digest: await pushedByEngine(engine, spec), materials: [] }
  } finally {
    await dropImages(engine, images)
  }
}

async function pushedByEngine({ docker, build, onLine }: Engine, spec: BuildSpec): Promise<string> {
  await must(build(engineBuildArgv(spec)), (output) => buildFailure(output, spec))
  const pushed = await must(pushTwice(docker, spec, onLine), pushFailure)
  if (spec.cache) await pushCache(docker, spec, onLine)
  return pushedDigest(pushed.stdout) ?? noDigest(spec)
}

/** Docker gives up when a registry fails for a moment, so this tries again. */
async function pushTwice(docker: Docker, spec: BuildSpec, onLine: (line: string) => void): Promise<ProcessEnd> {
  const end = await docker(['push', imageName(spec)])
  if (end.code === 0 || pushFailure(`${end.stdout}\n${end.stderr}`).code !== 'push-failed') return end
  onLine('The push failed; trying once more')
  return docker(['push', imageName(spec)])
}

/** The registry has the layers already: this only makes them available to the next build, under the cache's tag. */
async function pushCache(docker: Docker, spec: BuildSpec, onLine: (line: string) => void): Promise<void> {
  await docker(['tag', imageName(spec), cacheName(spec)], quiet)
  const { code, stderr } = await docker(['push', cacheName(spec)], quiet)
  if (code !== 0) onLine(`The build cache was not saved: ${stderr.trim()}`)
}

/** On a self-hosted runner, they would fill the disk. */
async function dropImages({ last, onLine }: Engine, images: readonly string[]): Promise<void> {
  const kept = await removeImages(last, images).catch(String)
  if (kept !== undefined) onLine(`The runner keeps images of this build: ${kept}`)
}

async function must(end: Promise<ProcessEnd>, failure: (output: string) => DeployError): Promise<ProcessEnd> {
  const seen = await end
  if (seen.code !== 0) throw failure(`${seen.stdout}\n${seen.stderr}`)
  return seen
}

async function checkDockerfile(spec: BuildSpec, workspace: string): Promise<void> {
  try {
    await access(spec.dockerfile)
  } catch (cause) {
    const others = globSync(
      ['', '*/', '*/*/'].map((folders) => `${folders}*Dockerfile*`),
      { cwd: workspace, exclude: ['**/node_modules'] },
    )
    throw noDockerfile(spec, { workspace, others: others.toSorted(), cause })
  }
}
