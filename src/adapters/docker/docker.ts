import { markOf, variablesOf } from './config.ts'
import { notStarted } from './errors.ts'
import { execProcess } from './process.ts'
import type { ProcessEnd } from './process.ts'

/** Runs Docker's client. `onLine` receives its output instead of the default reader. */
export type Docker = (argv: readonly string[], onLine?: (line: string) => void) => Promise<ProcessEnd>

interface DockerSpec {
  readonly env: NodeJS.ProcessEnv
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

/** Uses the Docker configuration in this folder. */
export function dockerIn(folder: string, { env, signal, onLine }: DockerSpec): Docker {
  const given = Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  // No attestations: with them, each image is an index, and building the same commit twice gives two digests.
  const own = { ...variablesOf(folder), DOCKER_BUILDKIT: '1', BUILDX_NO_DEFAULT_ATTESTATIONS: '1' }
  const mark = markOf(folder)
  return async (argv, lines = onLine) => {
    try {
      return await execProcess({ argv: ['docker', ...argv], env: { ...given, ...own }, mark, signal, onLine: lines })
    } catch (cause) {
      throw notStarted(cause) ?? cause
    }
  }
}

export function quiet(): void {}
