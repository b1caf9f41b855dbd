import { execFile } from 'node:child_process'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect } from '@jest/globals'
import { cached } from '../../local/machine/cache.ts'
import { readDockerignore } from '../../src/domain/image/dockerignore.ts'
import { DOCKERIGNORE_CASES } from '../fakes/dockerignore-cases.ts'
import { it } from './support/test.ts'
import { temporaryFolder } from '../fakes/temporary-folder.ts'

const run = promisify(execFile)
const work = temporaryFolder('dockerignore')

/** Those of the paths that can stand beside each other in one folder. */
function compatible(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)))
}

/** The files that Docker gets of the folder. */
async function copied(context: string, out: string): Promise<readonly string[]> {
  const dockerfile = join(work, 'Dockerfile')
  await writeFile(dockerfile, 'FROM scratch\nCOPY . /\n')
  const argv = ['buildx', 'build', '--quiet', `--file=${dockerfile}`, `--output=type=local,dest=${out}`, context]
  await run('docker', argv, { env: { ...process.env, DOCKER_CONFIG: dirname(dirname(cached.buildx)) } })
  const entries = await readdir(out, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
}

describe('Docker itself', () => {
  it.each(DOCKERIGNORE_CASES.map((one, at) => [at, ...one] as const))('case %i, %j', async (at, rules, ignored, taken) => {
    const context = join(work, `in-${at}`)
    const paths = compatible([...ignored, ...taken])
    for (const path of paths) {
      await mkdir(dirname(join(context, path)), { recursive: true })
      await writeFile(join(context, path), path)
    }
    await writeFile(join(context, '.dockerignore'), rules)
    const { ignores } = readDockerignore(rules)
    const expected = [...paths, '.dockerignore'].filter((path) => !ignores(path))
    expect((await copied(context, join(work, `out-${at}`))).toSorted()).toEqual(expected.toSorted())
  })
})
