import type { BuildSpec } from '../domain/image.ts'
import { DeployError } from '../errors.ts'

interface Known {
  readonly code: string
  readonly pattern: RegExp
  /** Only in the last lines: further up, it may be a step of the Dockerfile that says so. */
  readonly atEnd?: true
  readonly says: string
  readonly next: string
}

const KNOWN: readonly Known[] = [
  {
    code: 'docker-not-running',
    pattern:
      /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect to the docker API|Got permission denied/i,
    atEnd: true,
    says: 'the Docker engine of the runner cannot be reached',
    next: 'Use a runner with a running Docker, such as ubuntu-latest, and a user that may use it.',
  },
  {
    code: 'no-buildx',
    pattern: /buildx component is missing|buildx.*not a docker command/i,
    says: 'this Docker has no buildx',
    next: 'Add docker/setup-buildx-action before this step.',
  },
  {
    code: 'multi-platform',
    pattern: /multi-?platform build is not supported|multiple platforms feature is currently not supported/i,
    says: "the runner's default builder builds for one platform only",
    next: 'Add docker/setup-qemu-action and docker/setup-buildx-action before this step, or name one platform in the input platforms.',
  },
  {
    code: 'wrong-builder-platform',
    pattern: /exec format error/i,
    says: 'the runner cannot run programs of the platform it builds for',
    next: 'Add docker/setup-qemu-action before this step, or use a runner of that architecture.',
  },
  {
    code: 'tag-exists',
    pattern: /tag .*already exists .*immutable|tag is immutable/i,
    says: 'another run has pushed this tag meanwhile, and the repository does not let it be overwritten',
    next: 'Run this job again: it deploys the image that is there.',
  },
  {
    code: 'push-denied',
    pattern: /no basic auth credentials|denied: |403 Forbidden|401 Unauthorized|authorization token has expired/i,
    atEnd: true,
    says: 'the registry does not take the image',
    next: "Allow the push to this repository in the policy of the runner's role; docs/iam/setup.yaml has the whole policy.",
  },
  {
    code: 'out-of-disk',
    pattern: /no space left on device/i,
    says: "the runner's disk is full",
    next: 'Free space on the runner before this step, or make the image smaller.',
  },
]

/** What Docker's output means; the last resort is its own last words. */
export function buildFailure(output: string, spec: BuildSpec): DeployError {
  const words = lastWords(output)
  const known = KNOWN.find(({ pattern, atEnd }) => pattern.test(atEnd ? words : output))
  if (known) return new DeployError(known.code, `The image was not published: ${known.says}. ${words}`, { next: known.next })
  return new DeployError('build-failed', `The image was not built: ${words}`, {
    next: `Correct ${spec.dockerfile}; the whole output is in the log.`,
  })
}

/** The last line that names an error, or simply the last. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => /error|failed|denied|cannot/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 500)
}

export function notStarted(cause: unknown): DeployError | undefined {
  if (!(cause instanceof Error) || !cause.message.startsWith('Unable to locate executable file')) return undefined
  return new DeployError('no-docker', 'The runner has no Docker.', { next: 'Use a runner with Docker, such as ubuntu-latest.', cause })
}

export function noDigest({ repository, tag }: BuildSpec): never {
  throw new Error(`Docker pushed ${repository}:${tag} without telling its digest.`)
}
