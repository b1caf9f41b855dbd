import type { Job } from '../job.ts'

/** The part of the configuration file's `environments` that all previews share. */
export const PREVIEW_PART = 'preview'

/** A run's preview: an environment of the service that lasts as long as its pull request. */
export interface Preview {
  readonly number: number
  /** `owner/name` of the pull request's repository, for people: a rename or a transfer changes it. */
  readonly repository: string
  /** Number of the repository, which never changes. Missing if the runner does not set it. */
  readonly repositoryId?: string
}

/** The preview of a pull request in the repository of a run. */
export function previewOfJob(number: number, { repository, repositoryId }: Pick<Job, 'repository' | 'repositoryId'>): Preview {
  return { number, repository, ...(repositoryId !== '' && { repositoryId }) }
}

/** Whether both are the same preview. The number of the repository decides; a record of an earlier version of the action has only its name. */
export function isSamePreview(one: Preview, other: Preview): boolean {
  const isSameRepository =
    one.repositoryId === undefined || other.repositoryId === undefined
      ? one.repository === other.repository
      : one.repositoryId === other.repositoryId
  return one.number === other.number && isSameRepository
}

/** A command in a container of the preview's image, before it is served for the first time. */
export interface Seed {
  /** Arguments of the image; they replace its CMD. */
  readonly args: readonly string[]
  /** Seconds that it can take. */
  readonly timeout: number
}

/** A pull request as GitHub knows it. */
export interface PullRequest {
  readonly state: 'open' | 'closed'
  /** The newest commit of its branch. */
  readonly head: string
}

/** Whether a pull request is open, if GitHub says so. */
export type RequestState = 'open' | 'closed' | 'unknown'

/** What a run does with its preview. */
export type PreviewRun = ServedPreview | RemovedPreview

export interface ServedPreview extends Preview {
  readonly act: 'serve'
  /** The newest commit of the pull request. */
  readonly head: string
  /** The newest commit of the target branch; can be empty. */
  readonly base: string
  /** Whether only `head` can be served: others can push, and somebody has reviewed only that commit. */
  readonly onlyHead: boolean
  /** How many previews a host can have. */
  readonly limit: number
  /** The command that prepares a new preview once. */
  readonly seed?: Seed
}

export interface RemovedPreview extends Preview {
  readonly act: 'remove'
  /** `deployedAt` of its record when it was decided to remove it, empty if it had none; missing before that is decided. */
  readonly judged?: string
}

/** The mark of a preview in its record. */
export function markOf({ number, repository, repositoryId }: Preview): Preview {
  return { number, repository, ...(repositoryId !== undefined && { repositoryId }) }
}

/** The run that removes a preview, for any reason. `judged`: see `RemovedPreview`. */
export function removalOf(preview: Preview, judged: string): RemovedPreview {
  return { ...markOf(preview), act: 'remove', judged }
}

/** The environment of a pull request's preview: `pr-12`. */
export function previewEnvironment(number: number): string {
  return `pr-${number}`
}

/** `undefined` if the environment's name is not a preview's. */
export function numberOfEnvironment(environment: string): number | undefined {
  const [, number] = /^pr-([1-9]\d{0,9})$/.exec(environment) ?? []
  return number === undefined ? undefined : Number(number)
}

/** The port of a preview: constant, and in the range. */
export function previewPort(number: number, { first, last }: { readonly first: number; readonly last: number }): number {
  return first + (number % (last - first + 1))
}
