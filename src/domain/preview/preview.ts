import type { ReleaseRecord } from '../release/record.ts'
import { hostIdsOf } from '../release/record.ts'
import type { Refusal } from '../refusal.ts'
import { displayName } from '../service.ts'
import type { PreviewAct } from './pull-request.ts'

/** The part of the configuration file's `environments` that all previews share. */
export const PREVIEW_PART = 'preview'

/** The preview that a run is about: an environment of the service that lasts as long as its pull request. */
export interface Preview {
  readonly number: number
  /** `owner/name` of the repository of the pull request. */
  readonly repository: string
}

/** What the run does about it. */
export interface PreviewRun extends Preview {
  readonly act: PreviewAct
  /** The newest commit of the pull request. */
  readonly head: string
  /** The newest commit of the branch that it is to be merged into; may be empty. */
  readonly base: string
  /** Whether only `head` may be served: others may push, and somebody has read that one. */
  readonly onlyHead: boolean
  /** Previews that a host may have. */
  readonly limit: number
}

/** The environment of a pull request's preview: `pr-12`. */
export function previewEnvironment(number: number): string {
  return `pr-${number}`
}

/** `undefined` for an environment that is no preview's by its name. */
export function numberOfEnvironment(environment: string): number | undefined {
  const [, number] = /^pr-([1-9]\d{0,9})$/.exec(environment) ?? []
  return number === undefined ? undefined : Number(number)
}

/** The port of a preview: always the same one of the range. */
export function previewPort(number: number, { first, last }: { readonly first: number; readonly last: number }): number {
  return first + (number % (last - first + 1))
}

/** Whether the record is that of this very preview, by its name and by its mark. */
export function isPreviewRecord(record: ReleaseRecord, { number, repository }: Preview): boolean {
  const { preview, environment } = record
  return environment === previewEnvironment(number) && preview?.number === number && preview.repository === repository
}

/** Refuses to take over, or to end, what is recorded under the name of a preview and is none. */
export function refuseNotPreview(record: ReleaseRecord | undefined, preview: Preview): Refusal | undefined {
  if (record === undefined || isPreviewRecord(record, preview)) return undefined
  const { service: name, environment, preview: other } = record
  const what = other === undefined ? 'no preview' : `the preview of ${other.repository}#${other.number}`
  return {
    reason: `${displayName({ name, environment })} is ${what}, so a run for ${preview.repository}#${preview.number} does not touch it`,
    hint: `Give this repository another service name, or remove that service with command: destroy and environment: ${environment}.`,
  }
}

/** Refuses one preview more than a host may have. `records`: of all services. */
export function refuseCrowd(
  records: readonly ReleaseRecord[],
  asked: { readonly preview: Preview; readonly hostId: string; readonly limit: number },
): Refusal | undefined {
  const { preview, hostId, limit } = asked
  const there = records.filter((record) => record.preview !== undefined && hostIdsOf(record).includes(hostId))
  if (there.length < limit || there.some((record) => isPreviewRecord(record, preview))) return undefined
  const list = there.map(
    ({ service: name, environment, deployedAt }) => `${displayName({ name, environment })} of ${deployedAt.slice(0, 10)}`,
  )
  return {
    reason: `${hostId} has ${there.length} previews, and preview-limit is ${limit}: ${list.join(', ')}`,
    hint: 'Close a pull request that needs no preview any more, run command: sweep, or raise preview-limit.',
  }
}
