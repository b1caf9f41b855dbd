import { releaseName } from '../release/release.ts'
import type { HealthSpec, Manifest, Release, RunSpec } from '../release/release.ts'

/** A release as the order that made it tells. */
export interface Ordered extends Release {
  /** Registry that a host logs in to for the image; empty for a public one. */
  readonly login: string
  /** It was marked as one with a migration. */
  readonly migration: boolean
}

type Pairs = readonly (readonly [string, string])[]

/**
 * The release in an order, the inverse of `deployPayload`. `undefined` when it holds what this version does not know, or when it does not come out
 * as the release that its name, a hash of image and configuration, stands for.
 */
export function readOrder(pairs: Pairs): Ordered | undefined {
  const field = (name: string): string => pairs.find(([key]) => key === name)?.[1] ?? ''
  const manifest = readManifest(field('manifest'))
  const options = readOptions(valuesOf(pairs, 'option'))
  if (!manifest || !options) return undefined
  const run: RunSpec = {
    port: Number(field('port')),
    args: valuesOf(pairs, 'arg'),
    secrets: Object.fromEntries(valuesOf(pairs, 'secret').map(split)),
    ...options,
  }
  const health: HealthSpec = {
    path: field('health_path'),
    codes: field('health_codes'),
    host: field('health_host') || undefined,
    timeout: Number(field('health_timeout')),
    interval: Number(field('health_interval')),
  }
  const [name, digest, httpPort] = [field('release'), field('digest'), Number(field('http_port'))]
  const { commit, migration } = manifest
  if (releaseName(commit, digest, run, health, httpPort) !== name) return undefined
  return { name, digest, image: field('image'), login: field('login'), commit, migration, run, health, httpPort }
}

function valuesOf(pairs: Pairs, name: string): string[] {
  return pairs.flatMap(([key, value]) => (key === name ? [value] : []))
}

function split(pair: string): [string, string] {
  const equals = pair.indexOf('=')
  return [pair.slice(0, equals), pair.slice(equals + 1)]
}

function readManifest(json: string): Manifest | undefined {
  try {
    return JSON.parse(json) as Manifest
  } catch {
    return undefined
  }
}

type Options = Omit<RunSpec, 'port' | 'args' | 'secrets'>

/** Options and their values take turns. Labels and log options are the same for every release, or made from what else is known of it. */
function readOptions(options: readonly string[]): Options | undefined {
  const env: [string, string][] = []
  const volumes: string[] = []
  const single: Record<string, string> = {}
  for (let at = 0; at < options.length; at += 2) {
    const [option = '', value = ''] = options.slice(at, at + 2)
    if (option === '--env') env.push(split(value))
    else if (option === '--volume') volumes.push(value)
    else if (option === '--memory' || option === '--cpus' || option === '--user') single[option] = value
    else if (option !== '--label' && option !== '--log-driver' && option !== '--log-opt') return undefined
  }
  const { '--memory': memory, '--cpus': cpus, '--user': user } = single
  return {
    env: Object.fromEntries(env),
    volumes,
    memoryBytes: memory === undefined ? undefined : Number(memory),
    cpus: cpus === undefined ? undefined : Number(cpus),
    user,
  }
}
