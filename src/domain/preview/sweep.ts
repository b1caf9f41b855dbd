import type { ReleaseRecord } from '../release/record.ts'
import { previewEnvironment, previewOfJob } from './preview.ts'
import type { Preview, RequestState } from './preview.ts'
import { isPreviewRecord } from './guards.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'
import type { Job } from '../job.ts'
import { numberOfEnvironment } from './preview.ts'

/** A preview that a sweep checks. */
export interface Found extends Preview {
  /** `undefined`: only a host reports it. */
  readonly record: ReleaseRecord | undefined
}

interface Place {
  /** Name of the previews' service. */
  readonly name: string
  /** Their repository. */
  readonly job: Pick<Job, 'repository' | 'repositoryId'>
  /** The records of all services. */
  readonly records: readonly ReleaseRecord[]
  /** Services with a record that cannot be read: it may be a preview's, or not. */
  readonly unreadable: readonly Service[]
  /** The services with releases on a host. */
  readonly onHost: readonly Service[]
}

/** The previews of a repository, by number: those whose record has the name and the mark, and those on a host with the name, but without any record. */
export function findPreviews({ name, job, records, unreadable, onHost }: Place): readonly Found[] {
  const recorded = records
    .filter(({ service }) => service === name)
    .flatMap((record) => {
      const preview = previewOfJob(record.preview?.number ?? 0, job)
      return isPreviewRecord(record, preview) ? [{ ...preview, record }] : []
    })
  const known = new Set([
    ...records.map(({ service, environment }) => serviceKey({ name: service, environment })),
    ...unreadable.map(serviceKey),
  ])
  const unrecorded = onHost
    .filter((service) => service.name === name && !known.has(serviceKey(service)))
    .flatMap(({ environment }) => numberOfEnvironment(environment) ?? [])
  const leftovers = unrecorded.map((number) => ({ ...previewOfJob(number, job), record: undefined }))
  return [...recorded, ...leftovers].toSorted((a, b) => a.number - b.number)
}

/** The services with the name of a preview and a record that cannot be read: nobody knows whether they are previews. */
export function unreadablePreviews(name: string, unreadable: readonly Service[]): readonly Service[] {
  return unreadable.filter((service) => service.name === name && numberOfEnvironment(service.environment) !== undefined)
}

interface Now {
  readonly state: RequestState
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly ttlMs: number
  /** None of the hosts in the record exists. */
  readonly isHostGone: boolean
}

/** Why a preview expires, in words; `undefined`: it stays. Without a record it has neither mark nor age, so only a closed pull request counts. */
export function sweepReason({ number, record }: Found, { state, at, ttlMs, isHostGone }: Now): string | undefined {
  if (state === 'closed') return `The pull request ${number} is closed`
  if (record === undefined) return undefined
  if (isHostGone) return `The host of ${previewEnvironment(number)} is gone`
  return at - Date.parse(record.deployedAt) > ttlMs ? `It was deployed at ${record.deployedAt}, longer ago than preview-ttl` : undefined
}
