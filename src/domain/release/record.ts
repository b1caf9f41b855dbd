import * as v from 'valibot'
import { FREEZE } from '../lease/freeze.ts'
import { FINGERPRINT } from './fingerprint.ts'
import { PLACE } from './route.ts'
import { declaredPaths } from '../data/volumes.ts'
import { parseImage } from '../image/image.ts'
import type { PublishedImage } from '../image/image.ts'
import type { Refusal } from '../refusal.ts'
import { displayName, recordName } from '../service.ts'
import type { Service } from '../service.ts'
import { amount, count, line, mapOf, readJson } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** One run's work on a service, as the history shows it. */
const ATTEMPT = v.object({
  release: line,
  commit: line,
  /** The semantic version of the release; absent if it has only its commit. */
  semver: v.exactOptional(line),
  /** An `Outcome`; a later version of the action can add others. */
  outcome: line,
  /** Empty when nothing went wrong. */
  cause: line,
  actor: line,
  runUrl: line,
  /** ISO 8601. */
  at: line,
  seconds: amount,
  /** The command of the run. */
  command: v.exactOptional(line),
  /** Time of its commit, if the run knew it; ISO 8601. */
  committedAt: v.exactOptional(line),
  /** Seconds from its start until a visitor could reach the release; absent if none could. */
  reached: v.exactOptional(amount),
  /** Seconds from its start until all hosts had cut over. */
  served: v.exactOptional(amount),
  /** The largest share of its canary, in percent. */
  canary: v.exactOptional(amount),
  /** Further notes, in words; absent without any. */
  note: v.exactOptional(v.string()),
})

export type Attempt = Frozen<typeof ATTEMPT>

/** The live release's record in Parameter Store: at most 4 KB. Names of variables, never values. */
const RECORD = v.object({
  schema: v.literal(1),
  /** The version of the parameter that it was read from. Missing before it is written. */
  version: v.exactOptional(amount),
  /** The version over which it was written, and the token of the writer's lease: see domain/lease. */
  over: v.exactOptional(amount),
  token: v.exactOptional(amount),
  service: line,
  environment: line,
  /** Number of the repository that the service has its name from: see domain/identity/default-name.ts. Missing if an input named it. */
  namedAfter: v.exactOptional(line),
  release: line,
  digest: line,
  image: line,
  /** Registry the host logs in to for this image; empty for a public one. */
  login: line,
  commit: line,
  /** The live release's semantic version; absent if it has only its commit. `version` is that of the parameter. */
  semver: v.exactOptional(line),
  /** Reference of its specification, `registry/repository@sha256:...`; missing if a rollback restored a release that no record contains. */
  artifact: v.exactOptional(line),
  previousRelease: line,
  previousCommit: line,
  /** The first of its hosts. */
  hostId: line,
  /** All of its hosts; records of earlier versions of the action have only the first. */
  hostIds: v.exactOptional(v.pipe(v.array(line), v.minLength(1))),
  route: PLACE,
  actor: line,
  runUrl: line,
  /** ISO 8601. */
  deployedAt: line,
  /** The live release was marked as a migration. */
  migration: v.boolean(),
  /** Commits that were rolled back; refused unless `allow-rolled-back`. The newest 20. */
  blocked: v.array(line),
  /** While it lasts, deploys and promotions are refused. */
  freeze: v.optional(FREEZE),
  /** Missing in records from before there were plans, or if a rollback restored a release that no record contains. */
  fingerprint: v.exactOptional(FINGERPRINT),
  /** Versions of the live release's secrets, by variable. Left out if the record would be too large. */
  secrets: v.exactOptional(mapOf(v.string())),
  /** Where the live release keeps data on its hosts; missing in records of earlier versions of the action. */
  volumes: v.exactOptional(v.array(v.object({ name: line, path: line }))),
  /** Ids of the hosted zones with its records; absent without any. */
  zones: v.exactOptional(v.array(line)),
  /** The host program on its hosts: `Remote.program`. Missing in records of earlier versions of the action. */
  program: v.exactOptional(line),
  /** A hash of the proxy's image that a run asked for; absent if none did. */
  proxyImage: v.exactOptional(line),
  /** The environment that verified the live release before, and its name there; absent if it was built or named here. */
  promotedFrom: v.optional(v.object({ environment: line, release: line })),
  /** Marks a preview: its pull request, and the repository of that. `repository` is `owner/name`, which a rename or a transfer changes. */
  preview: v.exactOptional(v.object({ number: count, repository: line, repositoryId: v.exactOptional(line) })),
  /** The run that wrote this version of the record, whatever its outcome. */
  attempt: ATTEMPT,
})

export type ReleaseRecord = Frozen<typeof RECORD>

/** The hosts that may lack this host program, by the record. */
export function hostsWithoutProgram(record: ReleaseRecord | undefined, hostIds: readonly string[], program: string): readonly string[] {
  const having = record?.program === program ? hostIdsOf(record) : []
  return hostIds.filter((id) => !having.includes(id))
}

/** Bytes that a standard parameter holds. */
export const RECORD_LIMIT = 4096

/**
 * The record as stored. If it is too large, it loses what plans compare with: first the parts of the configuration, then the secrets. Texts
 * of people are shortened last, and marks always stay.
 */
export function recordText(record: ReleaseRecord): string {
  const { secrets: _, ...withoutSecrets } = withoutParts(record)
  const texts = [record, withoutParts(record), withoutSecrets, withFewWords(withoutSecrets)].map((shorter) => JSON.stringify(shorter))
  return texts.find((text) => Buffer.byteLength(text) <= RECORD_LIMIT) ?? texts.at(-1) ?? ''
}

/** How many characters of a freeze's reason always fit. */
const FEW_WORDS = 40

function withFewWords({ freeze, attempt, ...record }: ReleaseRecord): ReleaseRecord {
  const { note: _, ...rest } = attempt
  const [...letters] = freeze?.reason ?? ''
  const reason = letters.length > FEW_WORDS ? `${letters.slice(0, FEW_WORDS).join('')}…` : letters.join('')
  return { ...record, ...(freeze && { freeze: { ...freeze, reason } }), attempt: rest }
}

function withoutParts(record: ReleaseRecord): ReleaseRecord {
  const { fingerprint } = record
  return fingerprint === undefined ? record : { ...record, fingerprint: { whole: fingerprint.whole, proxy: fingerprint.proxy } }
}

/** Reads a stored record; `undefined` for anything else (written by hand, truncated, or by a later version). */
export function parseRecord(text: string): ReleaseRecord | undefined {
  return readJson(RECORD, text)
}

/** Refuses to continue as if these services had no record: what they have would be lost, or taken over. */
export function refuseUnreadable(services: readonly Service[]): Refusal | undefined {
  return services.length === 0 ? undefined : unreadable(services)
}

/** Why nothing can be done with services whose record cannot be read. */
export function unreadable(services: readonly Service[]): Refusal {
  const names = services.map(recordName)
  const [is, it] = names.length === 1 ? ['is', 'it'] : ['are', 'each']
  return {
    code: 'record-unreadable',
    reason: `${names.join(', ')} ${is} there, but cannot be read, so nobody knows what belongs to ${services.map(displayName).join(', ')}`,
    hint: `Look at ${it} with aws ssm get-parameter-history, and write a good version back. If a later version of this action wrote it, use that version. If nothing of the service must be kept, delete the parameter.`,
  }
}

/** The hosts of a recorded release. */
export function hostIdsOf(record: ReleaseRecord | undefined): readonly string[] {
  return record === undefined ? [] : (record.hostIds ?? [record.hostId])
}

/** The live image; the host has it, so no registry needs to be asked. */
export function imageOf({ service: name, environment, image, digest, login, volumes }: ReleaseRecord): PublishedImage {
  const declared = volumes && declaredPaths({ name, environment }, volumes)
  return { reference: image, digest, login: login || undefined, built: false, bytes: 0, volumes: declared }
}

/** Whether the recorded image is in a repository of this name. */
export function servesFrom(record: ReleaseRecord | undefined, repository: string): boolean {
  return record !== undefined && parseImage(record.image).repository === repository
}

/** Whether a record says that it is of this service. */
export function ofService(record: ReleaseRecord, service: Service): boolean {
  return record.service === service.name && record.environment === service.environment
}
