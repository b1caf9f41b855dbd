import * as v from 'valibot'
import { FREEZE } from '../lease/freeze.ts'
import { FINGERPRINT } from './fingerprint.ts'
import { PLACE } from './route.ts'
import { declaredPaths } from '../data/volumes.ts'
import { parseImage } from '../image/image.ts'
import type { PublishedImage } from '../image/image.ts'
import type { Service } from '../service.ts'
import { amount, line, mapOf, readJson } from '../untrusted.ts'
import type { Frozen } from '../untrusted.ts'

/** One run's work on a service, as the history shows it. */
const ATTEMPT = v.object({
  release: line,
  commit: line,
  /** An `Outcome`, of which a later version of the action may know more. */
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
  /** When its commit was made, where the run knew; ISO 8601. */
  committedAt: v.exactOptional(line),
  /** Seconds from its start until a visitor could meet the release; absent: none could. */
  reached: v.exactOptional(amount),
  /** Seconds from its start until all hosts had cut over. */
  served: v.exactOptional(amount),
  /** The largest share of its canary, in percent. */
  canary: v.exactOptional(amount),
  /** What else is to be known of it, in words; absent where there is nothing. */
  note: v.exactOptional(v.string()),
})

export type Attempt = Frozen<typeof ATTEMPT>

/** What is written to Parameter Store about the release that serves: small, 4 KB at most. Names of variables, never values. */
const RECORD = v.object({
  schema: v.literal(1),
  /** The version of the parameter that it was read from. Missing in one that is still to be written. */
  version: v.exactOptional(amount),
  /** The version over which it was written, and the token of the lease under which it was: see domain/lease. */
  over: v.exactOptional(amount),
  token: v.exactOptional(amount),
  service: line,
  environment: line,
  release: line,
  digest: line,
  image: line,
  /** Registry the host logs in to for this image; empty for a public one. */
  login: line,
  commit: line,
  /** Where its specification lies, `registry/repository@sha256:...`; missing where the release came back from where no record tells. */
  artifact: v.exactOptional(line),
  previousRelease: line,
  previousCommit: line,
  /** The first of the hosts that it serves on. */
  hostId: line,
  /** All of them; records of earlier versions of the action know only the first. */
  hostIds: v.exactOptional(v.pipe(v.array(line), v.minLength(1))),
  route: PLACE,
  actor: line,
  runUrl: line,
  /** ISO 8601. */
  deployedAt: line,
  /** The live release was marked as one with a migration. */
  migration: v.boolean(),
  /** Commits that were rolled back from; refused until `allow-rolled-back`. The newest 20. */
  blocked: v.array(line),
  /** While it lasts, deploys and promotions are refused. */
  freeze: v.optional(FREEZE),
  /** Missing in a record that was written before there was a plan to compare with, or when the release came back from where no record tells. */
  fingerprint: v.exactOptional(FINGERPRINT),
  /** Versions of the secrets that the live release runs with, by variable. Left out where the record would grow too large with it. */
  secrets: v.exactOptional(mapOf(v.string())),
  /** Where the live release keeps data on its hosts; records of earlier versions of the action do not tell. */
  volumes: v.exactOptional(v.array(v.object({ name: line, path: line }))),
  /** Ids of the hosted zones in which it has records; absent where there are none. */
  zones: v.exactOptional(v.array(line)),
  /** The host program that its hosts have: `Remote.program`. Missing in records of earlier versions of the action. */
  program: v.exactOptional(line),
  /** The environment in which the live release was verified before, and its name there; absent when it was built or named here. */
  promotedFrom: v.optional(v.object({ environment: line, release: line })),
  /** The run that wrote this version of the record, whatever came of it. */
  attempt: ATTEMPT,
})

export type ReleaseRecord = Frozen<typeof RECORD>

/** Those of the hosts of which nobody has written down that they have this host program. */
export function hostsWithoutProgram(record: ReleaseRecord | undefined, hostIds: readonly string[], program: string): readonly string[] {
  const having = record?.program === program ? hostIdsOf(record) : []
  return hostIds.filter((id) => !having.includes(id))
}

/** Bytes that a standard parameter holds. */
export const RECORD_LIMIT = 4096

/**
 * The record as it is stored. Where it would be too large, what a plan compares with goes: first the parts of the configuration, then the secrets. What
 * people wrote goes last, and never a mark.
 */
export function recordText(record: ReleaseRecord): string {
  const { secrets: _, ...withoutSecrets } = withoutParts(record)
  const texts = [record, withoutParts(record), withoutSecrets, withFewWords(withoutSecrets)].map((shorter) => JSON.stringify(shorter))
  return texts.find((text) => Buffer.byteLength(text) <= RECORD_LIMIT) ?? texts.at(-1) ?? ''
}

/** Characters of a freeze's reason that there is always room for. */
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

/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
export function parseRecord(text: string): ReleaseRecord | undefined {
  return readJson(RECORD, text)
}

/** The hosts that a recorded release serves on. */
export function hostIdsOf(record: ReleaseRecord | undefined): readonly string[] {
  return record === undefined ? [] : (record.hostIds ?? [record.hostId])
}

/** The image that serves; the host has it, so nobody need be asked for it. */
export function imageOf({ service: name, environment, image, digest, login, volumes }: ReleaseRecord): PublishedImage {
  const declared = volumes && declaredPaths({ name, environment }, volumes)
  return { reference: image, digest, login: login || undefined, built: false, bytes: 0, volumes: declared }
}

/** Whether the recorded image lies in a repository of this name. */
export function servesFrom(record: ReleaseRecord | undefined, repository: string): boolean {
  return record !== undefined && parseImage(record.image).repository === repository
}

export function ofService(record: ReleaseRecord, service: Service): boolean {
  return record.service === service.name && record.environment === service.environment
}
