import { relative } from 'node:path'
import type { BuildSpec } from '../../domain/image/image.ts'
import type { ErrorCode } from '../../domain/cause/run-cause.ts'
import { DeployError } from '../../errors.ts'

interface Known {
  readonly code: ErrorCode
  readonly pattern: RegExp
  /** Only in Docker's last lines: earlier ones may be the output of a step of the Dockerfile. */
  readonly own?: true
  readonly summary: string
  readonly hint: string
}

const KNOWN: readonly Known[] = [
  {
    code: 'docker-not-running',
    pattern: /Cannot connect to the Docker daemon|error during connect|permission denied while trying to connect to the Docker/i,
    own: true,
    summary: 'the Docker engine of the runner does not respond',
    hint: 'Use a runner where Docker runs and the user can access it, such as ubuntu-latest.',
  },
  {
    code: 'no-buildx',
    pattern: /buildx component is missing/i,
    own: true,
    summary: 'this Docker has no buildx',
    hint: 'Add docker/setup-buildx-action before this step.',
  },
  {
    code: 'wrong-builder-platform',
    pattern: /exec format error/i,
    summary: 'the runner cannot run programs of the platform that it builds for',
    hint: 'Add docker/setup-qemu-action before this step, or use a runner of that architecture.',
  },
  {
    code: 'pull-limited',
    pattern: /toomanyrequests|pull rate limit/i,
    summary: "the registry of the Dockerfile's base image limits the rate of pulls",
    hint: 'Take the base image from public.ecr.aws/docker/library, or add docker/login-action before this step.',
  },
  {
    code: 'tag-exists',
    pattern: /tag .*already exists .*immutable/i,
    own: true,
    summary: 'another run pushed this tag in the meantime, and the repository does not allow overwriting it',
    hint: 'Run this job again: it deploys the image that is there.',
  },
  {
    code: 'no-repository',
    pattern: /repository with name .* does not exist/i,
    own: true,
    summary: 'the repository was removed in the meantime',
    hint: 'Run this job again: it creates the repository.',
  },
  {
    code: 'push-denied',
    pattern:
      /no basic auth credentials|^denied: |: denied: |403 Forbidden|401 Unauthorized|\bunauthorized: |authorization token has expired/i,
    own: true,
    summary: 'the registry refuses the image',
    hint: "Allow the push to this repository in the policy of the runner's role. docs/iam/setup.yaml has the whole policy.",
  },
  {
    code: 'out-of-disk',
    pattern: /no space left on device/i,
    summary: "the runner's disk is full",
    hint: 'Free space on the runner before this step, or make the image smaller.',
  },
]

/** The cause of a failed `docker build`, by its output; for an unknown one, Docker's own last words. */
export function buildFailure(output: string, spec: BuildSpec): DeployError {
  const words = lastWords(output)
  if (/failed to push/i.test(words)) return pushFailure(output)
  const fix = `Fix ${shownPath(spec.dockerfile, process.cwd())}. The whole output is in the log.`
  const hint = isOutsideContext(words) ? `${OUTSIDE_CONTEXT} ${fix}` : fix
  return knownFailure(output, words) ?? new DeployError('build-failed', `The build of the image failed: ${withoutLayers(words)}`, { hint })
}

const OUTSIDE_CONTEXT = 'The file is not in the build context: check the input context and .dockerignore.'

/** COPY or ADD did not find its source. */
function isOutsideContext(words: string): boolean {
  return /failed to (?:compute cache key|calculate checksum).*: "[^"]*":? not found/.test(words)
}

/** Without the layers of BuildKit that passed the error on. */
function withoutLayers(words: string): string {
  return words.replace(/^(?:ERROR: |failed to (?:build|solve)(?: with frontend \S+)?: |failed to create LLB definition: )+/, '')
}

/** The error for the output of a `docker push` that failed. */
export function pushFailure(output: string): DeployError {
  const words = lastWords(output)
  const hint = 'Run this job again. If it fails again, check that the runner reaches the registry.'
  return knownFailure(output, words) ?? new DeployError('push-failed', `The push of the image failed: ${words}`, { hint })
}

function knownFailure(output: string, words: string): DeployError | undefined {
  // Docker quotes the failed step of the Dockerfile with its error.
  const ownWords = /executor failed running|did not complete successfully/.test(words) ? '' : words
  const known = KNOWN.find(({ pattern, own }) => pattern.test(own ? ownWords : output))
  return known && new DeployError(known.code, `The image was not published: ${known.summary}. ${words}`, { hint: known.hint })
}

/** The last line that names an error, or the last line. */
function lastWords(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return (lines.findLast((line) => /error|failed|denied|cannot|unauthorized/i.test(line)) ?? lines.at(-1) ?? '').trim().slice(0, 500)
}

/** Relative to the workspace, if it is in there. */
function shownPath(path: string, workspace: string): string {
  const inside = relative(workspace, path)
  return inside.startsWith('..') ? path : inside
}

interface Found {
  readonly workspace: string
  /** Dockerfiles in other places of the workspace, relative to it. */
  readonly others: readonly string[]
  readonly cause: unknown
}

export function noDockerfile({ dockerfile, context }: BuildSpec, { workspace, others: [near], cause }: Found): DeployError {
  const hint =
    near === undefined
      ? `Put actions/checkout before this step, or set the inputs context (now ${context}) and dockerfile.`
      : `Set \`dockerfile: ${near}\`. If the application is in another folder, set the input context to it, too.`
  return new DeployError('no-dockerfile', `There is no Dockerfile at ${shownPath(dockerfile, workspace)}.`, { hint, cause })
}

export function notStarted(cause: unknown): DeployError | undefined {
  if (!(cause instanceof Error) || !cause.message.startsWith('Unable to locate executable file')) return undefined
  return new DeployError('no-docker', 'The runner has no Docker.', { hint: 'Use a runner with Docker, such as ubuntu-latest.', cause })
}

export function severalPlatforms({ platforms }: BuildSpec): DeployError {
  return new DeployError(
    'multi-platform',
    `The runner's default builder builds for one platform only, not for ${platforms.join(' and ')}.`,
    {
      hint: 'Add docker/setup-qemu-action and docker/setup-buildx-action before this step, or list only one platform in the input platforms.',
    },
  )
}

export function noDigest({ repository, tag }: BuildSpec): never {
  throw new Error(`Docker pushed ${repository}:${tag} but did not report its digest.`)
}
