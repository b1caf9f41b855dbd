import * as v from 'valibot'
import type { Place } from './route.ts'
import type { Freeze } from '../lease/freeze.ts'
import type { Fingerprint } from './fingerprint.ts'
import type { Volume } from '../data/volumes.ts'
import type { Outcome } from '../outcome.ts'
import type { PublishedImage } from '../image/image.ts'
import { declaredPaths } from '../data/volumes.ts'
import { parseImage } from '../image/image.ts'
import type { Service } from '../service.ts'
import { amount, line } from '../untrusted.ts'

/** What is written to Parameter Store about the release that serves: small, 4 KB at most. Names of variables, never values. */
export interface ReleaseRecord {
  readonly schema: 1
  /** The version of the parameter that it was read from. Missing in one that is still to be written. */
  readonly version?: number
  /** The version over which it was written, and the token of the lease under which it was: see domain/lease. */
  readonly over?: number
  readonly token?: number
  readonly service: string
  readonly environment: string
  readonly release: string
  readonly digest: string
  readonly image: string
  /** Registry the host logs in to for this image; empty for a public one. */
  readonly login: string
  readonly commit: string
  /** Where its specification lies, `registry/repository@sha256:...`; missing where the release came back from where no record tells. */
  readonly artifact?: string
  readonly previousRelease: string
  readonly previousCommit: string
  /** The first of the hosts that it serves on. */
  readonly hostId: string
  /** All of them; records of earlier versions of the action know only the first. */
  readonly hostIds?: readonly string[]
  readonly route: Place
  readonly actor: string
  readonly runUrl: string
  /** ISO 8601. */
  readonly deployedAt: string
  /** The live release was marked as one with a migration. */
  readonly migration: boolean
  /** Commits that were rolled back from; refused until `allow-rolled-back`. The newest 20. */
  readonly blocked: readonly string[]
  /** While it lasts, deploys and promotions are refused. */
  readonly freeze?: Freeze | undefined
  /** Missing in a record that was written before there was a plan to compare with, or when the release came back from where no record tells. */
  readonly fingerprint?: Fingerprint
  /** Versions of the secrets that the live release runs with, by variable. Left out where the record would grow too large with it. */
  readonly secrets?: Readonly<Record<string, string>>
  /** Where the live release keeps data on its hosts; records of earlier versions of the action do not tell. */
  readonly volumes?: readonly Volume[]
  /** Ids of the hosted zones in which it has records; absent where there are none. */
  readonly zones?: readonly string[]
  /** The host program that its hosts have: `Remote.program`. Missing in records of earlier versions of the action. */
  readonly program?: string
  /** Where the live release was promoted from; absent when it was built or named here. */
  readonly promotedFrom?: Promotion | undefined
  /** The run that wrote this version of the record, whatever came of it. */
  readonly attempt: Attempt
}

/** The environment in which a release was verified before, and its name there. */
interface Promotion {
  readonly environment: string
  readonly release: string
}

/** One run's work on a service, as the history shows it. */
export interface Attempt {
  readonly release: string
  readonly commit: string
  readonly outcome: Outcome
  /** Empty when nothing went wrong. */
  readonly cause: string
  readonly actor: string
  readonly runUrl: string
  /** ISO 8601. */
  readonly at: string
  readonly seconds: number
  /** What else is to be known of it, in words; absent where there is nothing. */
  readonly note?: string
}

/** Those of the hosts of which nobody has written down that they have this host program. */
export function hostsWithoutProgram(record: ReleaseRecord | undefined, hostIds: readonly string[], program: string): readonly string[] {
  const having = record?.program === program ? hostIdsOf(record) : []
  return hostIds.filter((id) => !having.includes(id))
}

/** Bytes that a standard parameter holds. */
export const RECORD_LIMIT = 4096

/** The record as it is stored. Where it would be too large, what a plan compares with goes: first the parts of the configuration, then the secrets. */
export function recordText(record: ReleaseRecord): string {
  const { secrets: _, ...withoutSecrets } = withoutParts(record)
  const texts = [record, withoutParts(record), withoutSecrets].map((shorter) => JSON.stringify(shorter))
  return texts.find((text) => Buffer.byteLength(text) <= RECORD_LIMIT) ?? texts.at(-1) ?? ''
}

function withoutParts(record: ReleaseRecord): ReleaseRecord {
  const { fingerprint } = record
  return fingerprint === undefined ? record : { ...record, fingerprint: { whole: fingerprint.whole, proxy: fingerprint.proxy } }
}

const texts = v.record(v.string(), v.string())

const attempt = v.object({
  release: line,
  commit: line,
  outcome: line,
  cause: line,
  actor: line,
  runUrl: line,
  at: line,
  seconds: amount,
  note: v.optional(v.string()),
})

const fingerprint = v.object({ whole: line, proxy: line, parts: v.optional(v.object({ env: texts, secrets: texts, inputs: texts })) })

const needed = {
  schema: v.literal(1),
  service: line,
  environment: line,
  release: line,
  digest: line,
  image: line,
  login: line,
  commit: line,
  previousRelease: line,
  previousCommit: line,
  hostId: line,
  route: v.object({
    'http-port': amount,
    domains: v.array(line),
    'path-prefix': line,
    tls: line,
    'https-port': amount,
    'external-proxy': v.boolean(),
  }),
  actor: line,
  runUrl: line,
  deployedAt: line,
  migration: v.boolean(),
  blocked: v.array(line),
  attempt,
}

/** What makes a stored text a release record: each field that is there has the type of `ReleaseRecord`. */
const RECORD_SHAPE = v.object({
  ...needed,
  version: v.optional(amount),
  over: v.optional(amount),
  token: v.optional(amount),
  artifact: v.optional(line),
  hostIds: v.optional(v.pipe(v.array(line), v.minLength(1))),
  fingerprint: v.optional(fingerprint),
  secrets: v.optional(texts),
  volumes: v.optional(v.array(v.object({ name: line, path: line }))),
  zones: v.optional(v.array(line)),
  program: v.optional(line),
  promotedFrom: v.optional(v.object({ environment: line, release: line })),
  freeze: v.optional(v.object({ reason: v.string(), actor: line, runUrl: line, at: line, until: v.optional(line) })),
})

/** Reads a stored record; `undefined` for anything that is not one (written by hand, truncated, by a later version). */
export function parseRecord(text: string): ReleaseRecord | undefined {
  try {
    const record: unknown = JSON.parse(text)
    return v.is(RECORD_SHAPE, record) ? (record as ReleaseRecord) : undefined
  } catch {
    return undefined
  }
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
