/** Reads hosts' answers without trust: a host may be broken, or compromised. Drops anything of an unexpected shape instead of passing it on. */
import * as v from 'valibot'
import { CANARY_HEALTH } from '../canary/judge.ts'
import { isCause } from '../cause/cause.ts'
import { PLACE, UNKNOWN_PLACE } from '../release/route.ts'
import { amount, epochSeconds, line, listOf, mapOf, readJson } from '../untrusted.ts'
import { CONTROLS } from '../text.ts'
import { DAY } from '../duration.ts'

export const OUTCOMES = ['deployed', 'unchanged', 'rolled-back', 'restarted', 'canary', 'failed'] as const

/** More than a host has of anything, and few enough for a page. */
const MANY = 1000

const word = v.pipe(line, v.maxLength(1024))
const wordOrNone = v.fallback(word, '')
const textOrNone = v.fallback(v.string(), '')
const flag = v.fallback(v.boolean(), false)

function knownOf<T>(item: v.GenericSchema<unknown, T>) {
  return v.fallback(listOf(item, MANY), [] as T[])
}

const A_CONTROL = new RegExp(`[${CONTROLS}]`, 'g')

/** Any text, in a form that can be shown. */
const shown = v.pipe(
  v.string(),
  v.transform((text) => text.replace(A_CONTROL, '\uFFFD').slice(0, 1024)),
)
/** None is dropped for its name: a host with data that nobody sees would be terminated. */
const volume = v.object({ name: shown, path: shown })
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
  cause: v.fallback(v.pipe(v.string(), v.guard(isCause)), 'program-failed'),
  previous: wordOrNone,
  serving: wordOrNone,
  servingRelease: wordOrNone,
  looked: flag,
  exitCode: v.fallback(v.optional(v.number()), undefined),
  healthCode: v.fallback(v.optional(v.number()), undefined),
  ports: knownOf(amount),
  detail: textOrNone,
  evidence: v.fallback(v.object({ logs: textOrNone, health: textOrNone, host: textOrNone }), { logs: '', health: '', host: '' }),
  canary: v.fallback(v.optional(reading), undefined),
  findings: knownOf(finding),
  secrets: v.fallback(mapOf(word), {}),
  volumes: knownOf(volume),
  // No order takes longer than a day.
  steps: knownOf(v.object({ name: word, ms: v.pipe(amount, v.maxValue(DAY)) })),
})

/** A verified release that the host still has. `container`: it exists, so a rollback takes a second; `left`: it was rolled back from. */
const release = v.object({ release: word, container: flag, image: flag, active: flag, left: flag })

const service = v.object({
  service: word,
  release: wordOrNone,
  serving: wordOrNone,
  running: flag,
  /** Stopped on purpose, until the next request. */
  asleep: flag,
  /** Why it sleeps on although somebody came: the last try failed. `at`: seconds since the epoch; `logs`: last lines, empty if several services were asked for. */
  unwoken: v.fallback(v.nullable(v.object({ cause: word, detail: textOrNone, at: epochSeconds, logs: textOrNone })), null),
  healthy: flag,
  /** Docker's verdict by the image's HEALTHCHECK: starting, healthy or unhealthy; empty without one. */
  healthcheck: wordOrNone,
  startedAt: wordOrNone,
  /** Newest first. */
  releases: knownOf(release),
  /** Between the host and its own records, in words. */
  drift: knownOf(v.string()),
  /** What the service can write to; missing: nothing. `bytes` is null if unknown. A list that cannot be read is not an empty one. */
  volumes: v.optional(v.pipe(v.array(v.object({ ...volume.entries, bytes: v.fallback(v.nullable(amount), null) })), v.maxLength(MANY)), []),
  /** For each name over HTTPS; `expires`: seconds since the epoch, null without a certificate. */
  certificates: knownOf(v.object({ name: word, issuer: wordOrNone, expires: v.nullable(epochSeconds) })),
  /** What the live release has answered, and in how many seconds; null if that is not known. */
  traffic: v.fallback(v.nullable(v.object({ requests: amount, seconds: v.pipe(amount, v.minValue(1)) })), null),
  /** A running one; `share` in percent, `since` in seconds since the epoch. */
  canary: v.fallback(v.nullable(v.object({ release: word, share: amount, since: epochSeconds })), null),
})

/** Nor is an unreadable list of services an empty one: nothing is terminated because of it. */
export const STATUS_ANSWER = v.object({
  outcome: v.literal('status'),
  services: v.pipe(v.array(service), v.maxLength(MANY)),
  /** Missing: an older program, which does not report it. */
  others: v.optional(v.pipe(v.array(word), v.maxLength(MANY))),
  /** Volumes of services that are no longer on the host. */
  kept: v.optional(v.pipe(v.array(word), v.maxLength(MANY))),
  /** Version; empty when it does not answer. */
  docker: wordOrNone,
  diskFreeBytes: v.fallback(amount, 0),
  findings: knownOf(finding),
})

const container = v.object({
  track: v.picklist(['live', 'canary']),
  release: word,
  /** Docker's word: created, running, paused, restarting, exited or dead. */
  state: wordOrNone,
  startedAt: wordOrNone,
  /** Of its last end. */
  finishedAt: wordOrNone,
  restarts: v.fallback(amount, 0),
  /** Of its last exit; null if there was none, or Docker has forgotten it. */
  exitCode: v.fallback(v.nullable(v.number()), null),
  outOfMemory: flag,
  driver: wordOrNone,
  /** Its log could show secrets that the host does not know. */
  withheld: flag,
  /** Why Docker cannot read its log. */
  problem: v.fallback(shown, ''),
  /** How much of what was asked for has no room in the answer. */
  leftLines: v.fallback(amount, 0),
  leftBytes: v.fallback(amount, 0),
  /** Its lines: compressed, in base 64. */
  packed: textOrNone,
})

export const LOGS_ANSWER = v.object({
  outcome: v.literal('logs'),
  /** Why Docker does not answer; empty if it does. */
  docker: v.fallback(shown, ''),
  state: v.picklist(['live', 'asleep', 'none']),
  release: wordOrNone,
  containers: knownOf(container),
})

/** `kept`: volumes that stay. */
export const REMOVE_ANSWER = v.object({
  outcome: v.literal('removed'),
  removed: knownOf(word),
  kept: knownOf(word),
  others: knownOf(word),
  findings: knownOf(finding),
})

/** Reads the first line of an output with a schema; `undefined` if the program did not write it, or it is invalid. */
export function answerOf<T>(schema: v.GenericSchema<unknown, T>, stdout: string): T | undefined {
  return readJson(schema, stdout.split('\n', 1)[0] ?? '')
}
