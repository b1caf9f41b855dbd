import type { ReleaseRecord } from '../release/record.ts'
import { previewEnvironment } from './preview.ts'
import type { Preview } from './preview.ts'
import { isPreviewRecord } from './guards.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'
import { numberOfEnvironment } from './preview.ts'

/** A pull request on GitHub. */
export type RequestState = 'open' | 'closed' | 'unknown'

/** A preview that a sweep checks. */
export interface Found extends Preview {
  /** `undefined`: only a host reports it. */
  readonly record: ReleaseRecord | undefined
}

interface Place {
  /** Name of the previews' service. */
  readonly name: string
  /** `owner/name` of their repository. */
  readonly repository: string
  /** The records of all services. */
  readonly records: readonly ReleaseRecord[]
  /** The services with releases on a host. */
  readonly onHost: readonly Service[]
}

/** The previews of a repository, by number: those whose record has the name and the mark, and those on a host with the name, but without any record. */
export function findPreviews({ name, repository, records, onHost }: Place): readonly Found[] {
  const recorded = records
    .filter(({ service }) => service === name)
    .flatMap((record) => {
      const preview = { number: record.preview?.number ?? 0, repository }
      return isPreviewRecord(record, preview) ? [{ ...preview, record }] : []
    })
  const known = new Set(records.map(({ service, environment }) => serviceKey({ name: service, environment })))
  const unrecorded = onHost
    .filter((service) => service.name === name && !known.has(serviceKey(service)))
    .flatMap(({ environment }) => numberOfEnvironment(environment) ?? [])
  return [...recorded, ...unrecorded.map((number) => ({ number, repository, record: undefined }))].toSorted((a, b) => a.number - b.number)
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
