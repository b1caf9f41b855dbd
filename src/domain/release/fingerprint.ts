import { createHash } from 'node:crypto'
import { Invalid } from '../field/field.ts'
import { spellSize } from '../field/fields.ts'
import { configurationIdentity } from './configuration.ts'
import { routeIdentity, routeInputs } from './route.ts'
import type { Configuration } from './configuration.ts'
import { CONTAINER_OPTIONS, OPTION_NAMES, spelledOptions } from '../container/container-options.ts'
import type { ContainerOptions } from '../container/container-options.ts'

/**
 * What a record remembers of a release's configuration, so that a later plan can tell what changes: names, and for each value eight digits of a hash
 * that is salted with the release's name. Too few to find a value by, and another release has others for the same one.
 */
export interface ConfigFingerprint {
  /** Stands for the configuration as a whole. */
  readonly whole: string
  /** Stands for what the proxy is told of the service. */
  readonly proxy: string
  /** Left out where the record would grow too large with it. */
  readonly parts?: FingerprintParts
}

interface FingerprintParts {
  readonly env: Hashes
  readonly secrets: Hashes
  /** Inputs that say how the container runs, as they are where they cannot be confidential. */
  readonly inputs: Hashes
}

type Hashes = Readonly<Record<string, string>>

/** Inputs that may be shown. A path or an argument may hold a token. */
const SHOWN: ReadonlySet<string> = new Set([
  ...['port', 'memory', 'cpus', 'user', 'http-port', 'domains', 'path-prefix', 'strip-path-prefix', 'upstream', 'trusted-proxies'],
  ...OPTION_NAMES.filter((name) => CONTAINER_OPTIONS[name].shown),
])

/** `salt`: the name of the release whose record keeps them, or is compared with. */
export function fingerprintOf(configuration: Configuration, salt: string): ConfigFingerprint & { readonly parts: FingerprintParts } {
  const hashed = (values: Hashes, kind: string): Hashes =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, hash(salt, kind, name, value)]))
  const { run } = configuration
  return {
    whole: hash(salt, 'whole', '', JSON.stringify(configurationIdentity(configuration))),
    proxy: hash(salt, 'proxy', '', JSON.stringify([routeIdentity(configuration.route), configuration.canaryHeader])),
    parts: {
      env: hashed(run.env, 'env'),
      secrets: hashed(run.secrets, 'secret'),
      inputs: { ...shown(configuration), ...hashed(hidden(configuration), 'input') },
    },
  }
}

function hash(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 8)
}

function shown({ run, route }: Configuration): Hashes {
  return {
    port: String(run.port),
    ...routeInputs(route),
    ...(run.memoryBytes === undefined ? {} : { memory: spellSize(run.memoryBytes) }),
    ...(run.cpus === undefined ? {} : { cpus: String(run.cpus) }),
    ...(run.user === undefined ? {} : { user: run.user }),
    ...spelled(run.options, true),
  }
}

function hidden({ run, health }: Configuration): Hashes {
  return {
    ...(run.args.length === 0 ? {} : { args: JSON.stringify(run.args) }),
    ...(run.volumes.length === 0 ? {} : { volumes: JSON.stringify(run.volumes) }),
    'health-path': health.path,
    'health-codes': health.codes,
    ...(health.host === undefined ? {} : { 'health-host': health.host }),
    ...spelled(run.options, false),
  }
}

/** Options that are not as they are by default, and either may be shown or not. */
function spelled(options: ContainerOptions, isShown: boolean): Hashes {
  const wanted = spelledOptions(options).filter(({ shown: may }) => may === isShown)
  return Object.fromEntries(wanted.map(({ name, words }) => [name, words]))
}

/** Seconds that what is recorded as live may take to stop, as far as its record tells; 0 where another version wrote what this one does not read. */
export function recordedGrace(record: Pick<Recorded, 'settings'> | undefined): number {
  try {
    return CONTAINER_OPTIONS['stop-grace-period'].parse(record?.settings?.parts?.inputs['stop-grace-period'] ?? usual('stop-grace-period'))
  } catch (error) {
    if (error instanceof Invalid) return 0
    throw error
  }
}

export type ConfigurationChange =
  /** What serves was recorded without its configuration. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unchanged' }
  /** The record had no room to tell what. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'named'; readonly env: NameChanges; readonly secrets: NameChanges; readonly inputs: readonly InputChange[] }

/** Names alone, sorted. */
export interface NameChanges {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly changed: readonly string[]
}

/** `before` and `after` are there where they may be shown; empty is "not given". */
export interface InputChange {
  readonly name: string
  readonly before?: string
  readonly after?: string
}

/** What a record tells of a release that matters here. */
interface Recorded {
  readonly release: string
  readonly settings?: ConfigFingerprint
}

/** What a release would change in the configuration of the one that is recorded; without a record, everything is new. */
export function compareFingerprint(record: Recorded | undefined, wanted: Configuration): ConfigurationChange {
  const { whole, parts } = fingerprintOf(wanted, record?.release ?? '')
  if (record === undefined) return named({ env: {}, secrets: {}, inputs: {} }, parts)
  if (record.settings === undefined) return { kind: 'unknown' }
  if (record.settings.whole === whole) return { kind: 'unchanged' }
  return record.settings.parts === undefined ? { kind: 'changed' } : named(record.settings.parts, parts)
}

function named(before: FingerprintParts, after: FingerprintParts): ConfigurationChange {
  const inputs = changesOf(before.inputs, after.inputs)
  return {
    kind: 'named',
    env: changesOf(before.env, after.env),
    secrets: changesOf(before.secrets, after.secrets),
    inputs: [...inputs.added, ...inputs.removed, ...inputs.changed].map((name) =>
      SHOWN.has(name) ? { name, before: before.inputs[name] ?? usual(name), after: after.inputs[name] ?? usual(name) } : { name },
    ),
  }
}

/** What an input is that is not recorded: the default of an option, or not given. */
function usual(input: string): string {
  const option = OPTION_NAMES.find((name) => name === input)
  return (option && CONTAINER_OPTIONS[option].default) ?? ''
}

/** By way of maps: a variable may be called `constructor`. */
function changesOf(before: Hashes, after: Hashes): NameChanges {
  const [old, next] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  const names = (of: ReadonlyMap<string, string>, keep: (name: string) => boolean): string[] => [...of.keys()].filter(keep).toSorted()
  return {
    added: names(next, (name) => !old.has(name)),
    removed: names(old, (name) => !next.has(name)),
    changed: names(next, (name) => old.has(name) && old.get(name) !== next.get(name)),
  }
}
