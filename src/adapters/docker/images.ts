import { cacheName, imageName } from '../../domain/image/docker-argv.ts'
import type { BuildSpec } from '../../domain/image/image.ts'
import { quiet } from './docker.ts'
import type { Docker } from './docker.ts'

/** Names that an engine build will create and that are still free. Images with these names afterwards are the build's own. */
export async function namesToCome(docker: Docker, spec: BuildSpec): Promise<readonly string[]> {
  const { stdout } = await docker(['image', 'ls', '--format={{.Repository}}:{{.Tag}}', spec.repository], quiet)
  const there = new Set(stdout.split('\n'))
  return [imageName(spec), ...(spec.cache ? [cacheName(spec)] : [])].filter((name) => !there.has(name))
}

/** Removes these names from the engine, and images without another name. Returns why it keeps some; images of containers stay. */
export async function removeImages(docker: Docker, names: readonly string[]): Promise<string | undefined> {
  if (names.length === 0) return undefined
  const { stderr } = await docker(['image', 'rm', ...names], quiet)
  const reasons = stderr.split('\n').filter((line) => line.trim() !== '' && !/no such image/i.test(line))
  return reasons.length === 0 ? undefined : reasons.join(' ')
}
