/** Reads hosts' answers without trust: a host may be broken, or compromised. Drops anything of an unexpected shape instead of passing it on. */
import * as v from 'valibot'
import { CANARY_HEALTH } from '../canary/judge.ts'
import { isCause } from '../cause/cause.ts'
import { PLACE, UNKNOWN_PLACE } from '../release/route.ts'
import { amount, epochSeconds, line, listOf, mapOf, readJson } from '../untrusted.ts'

export const OUTCOMES = ['deployed', 'unchanged', 'rolled-back', 'restarted', 'canary', 'failed'] as const

/** More than a host has of anything, and few enough for a page. */
const MANY = 1000

/** No order takes longer. */
const A_DAY_MS = 86_400_000

const word = v.pipe(line, v.maxLength(1024))
const wordOrNone = v.fallback(word, '')
const textOrNone = v.fallback(v.string(), '')
const flag = v.fallback(v.boolean(), false)

function knownOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.fallback(listOf(item, MANY), [] as T[])
}

const volume = v.object({ name: word, path: word })
const finding = v.object({ name: wordOrNone, detail: textOrNone, hint: textOrNone, fatal: flag })

const served = v.object({
  service: v.fallback(v.object({ name: word, environment: word }), { name: '', environment: '' }),
  name: word,
  digest: word,
  image: wordOrNone,
  login: wordOrNone,
  commit: wordOrNone,
  route: v.fallback(PLACE, UNKNOWN_PLACE),
  migration: flag,
  runUrl: wordOrNone,
})

const side = v.object({ total: amount, errors: amount, micros: amount, buckets: v.array(amount) })

const reading = v.object({
  // Nobody can promote what nobody knows to be healthy.
  health: v.fallback(v.picklist(CANARY_HEALTH), 'unhealthy'),
  counters: v.fallback(v.optional(v.object({ epoch: v.string(), bounds: v.array(amount), live: side, canary: side })), undefined),
})

/** Only `outcome` is required: an interrupted program writes nothing else. */
export const DEPLOY_ANSWER = v.object({
  outcome: v.picklist(OUTCOMES),
  rolledBack: flag,
  document: v.fallback(v.optional(served), undefined),
  cause: v.fallback(v.pipe(v.string(), v.check(isCause)), 'program-failed'),
  previous: wordOrNone,
  serving: wordOrNone,
  servingRelease: wordOrNone,
  exitCode: v.fallback(v.optional(v.number()), undefined),
  healthCode: v.fallback(v.optional(v.number()), undefined),
  ports: knownOf(amount),
  detail: textOrNone,
  evidence: v.fallback(v.object({ logs: textOrNone, health: textOrNone, host: textOrNone }), { logs: '', health: '', host: '' }),
  canary: v.fallback(v.optional(reading), undefined),
  findings: knownOf(finding),
  secrets: v.fallback(mapOf(word), {}),
  volumes: knownOf(volume),
  steps: knownOf(v.object({ name: word, ms: v.pipe(amount, v.maxValue(A_DAY_MS)) })),
})

const release = v.object({ release: word, container: flag, image: flag, active: flag, left: flag })

const service = v.object({
  service: word,
  release: wordOrNone,
  serving: wordOrNone,
  running: flag,
  asleep: flag,
  unwoken: v.fallback(v.nullable(v.object({ cause: word, detail: textOrNone, at: epochSeconds, logs: textOrNone })), null),
  healthy: flag,
  healthcheck: wordOrNone,
  startedAt: wordOrNone,
  releases: knownOf(release),
  drift: knownOf(v.string()),
  volumes: knownOf(v.object({ ...volume.entries, bytes: v.nullable(amount) })),
  certificates: knownOf(v.object({ name: word, issuer: wordOrNone, expires: v.nullable(epochSeconds) })),
  canary: v.fallback(v.nullable(v.object({ release: word, share: amount, since: epochSeconds })), null),
})

/** An unreadable list of services is not an empty one: nothing is terminated because of it. */
export const STATUS_ANSWER = v.object({
  outcome: v.literal('status'),
  services: v.pipe(v.array(service), v.maxLength(MANY)),
  /** Missing: an older program, which does not report it. */
  others: v.optional(v.pipe(v.array(word), v.maxLength(MANY))),
  docker: wordOrNone,
  diskFreeBytes: v.fallback(amount, 0),
  findings: knownOf(finding),
})

export const REMOVE_ANSWER = v.object({ outcome: v.literal('removed'), removed: knownOf(word), kept: knownOf(word), others: knownOf(word) })

/** Reads the first line of an output with a schema; `undefined` if the program did not write it, or it is invalid. */
export function answerOf<T>(schema: v.GenericSchema<unknown, T>, stdout: string): T | undefined {
  return readJson(schema, stdout.split('\n', 1)[0] ?? '')
}
