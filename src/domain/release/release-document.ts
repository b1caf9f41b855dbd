import { areKnown } from '../container/container-options.ts'
import type { ContainerOptions } from '../container/container-options.ts'
import { releaseName } from './release.ts'
import type { Release } from './release.ts'
import type { HealthSpec, RunSpec } from './configuration.ts'
import type { Service } from '../service.ts'
import { routeDocument, routeOf } from './route-document.ts'
import type { RouteDocument } from './route-document.ts'

/** A release as a host keeps it: all that it takes to make it again. */
export interface ReleaseDocument {
  readonly name: string
  readonly digest: string
  /** `registry/repository@sha256:...` */
  readonly image: string
  /** Registry that the host logs in to for the image; empty for a public one. */
  readonly login: string
  readonly commit: string
  /** It was marked as one with a migration. */
  readonly migration: boolean
  readonly runUrl: string
  readonly service: Service
  readonly route: RouteDocument
  /** The first one is that which the proxy routes to. */
  readonly processes: readonly ProcessDocument[]
}

/** One kind of container of a release. */
interface ProcessDocument {
  readonly name: string
  readonly port: number
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly memoryBytes: number | null
  readonly cpus: number | null
  readonly user: string | null
  readonly options: ContainerOptions
  /** Times in seconds. */
  readonly health: {
    readonly path: string
    readonly codes: string
    readonly host: string | null
    readonly timeout: number
    readonly interval: number
  }
}

export interface Documented {
  readonly service: Service
  readonly release: Release
  readonly login: string | undefined
  readonly canaryHeader: string
  /** CIDRs of the hosts' own network; none where nobody needs them. */
  readonly vpc: readonly string[]
  readonly migration: boolean
  readonly runUrl: string
}

export function releaseDocument({ service, release, login = '', canaryHeader, vpc, migration, runUrl }: Documented): ReleaseDocument {
  const { name, digest, image, commit } = release
  const route = routeDocument(release.route, canaryHeader, vpc)
  return { name, digest, image, login, commit, migration, runUrl, service, route, processes: [web(release)] }
}

function web({ run, health }: Release): ProcessDocument {
  return {
    name: 'web',
    port: run.port,
    args: run.args,
    env: run.env,
    secrets: run.secrets,
    volumes: run.volumes,
    memoryBytes: run.memoryBytes ?? null,
    cpus: run.cpus ?? null,
    user: run.user ?? null,
    options: run.options,
    health: { path: health.path, codes: health.codes, host: health.host ?? null, timeout: health.timeout, interval: health.interval },
  }
}

/** A release out of a document. */
export interface StoredRelease extends Release {
  /** Registry that a host logs in to for the image; empty for a public one. */
  readonly login: string
  /** It was marked as one with a migration. */
  readonly migration: boolean
}

/**
 * The inverse of `releaseDocument`. `undefined` for what is no document, for one that asks for more than this version knows, and for one that does
 * not come out as the release that its name, a hash of image and configuration, stands for.
 */
export function readDocument(value: unknown): StoredRelease | undefined {
  try {
    const document = value as ReleaseDocument
    const release = storedRelease(document)
    return release && hasOwnName(release) ? release : undefined
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** Throws a `TypeError` for what is not shaped like a document. */
function storedRelease({
  name,
  digest,
  image,
  login,
  commit,
  migration,
  route: told,
  processes,
}: ReleaseDocument): StoredRelease | undefined {
  const [only, ...others] = processes
  const route = routeOf(told)
  if (only === undefined || route === undefined || others.length > 0 || isUnknown(only)) return undefined
  const { run, health } = configurationOf(only)
  return { name, digest, image, login, commit, migration, run, health, route }
}

const PROCESS_FIELDS: readonly string[] = [
  'name',
  'port',
  'args',
  'env',
  'secrets',
  'volumes',
  'memoryBytes',
  'cpus',
  'user',
  'options',
  'health',
] satisfies (keyof ProcessDocument)[]
const HEALTH_FIELDS: readonly string[] = ['path', 'codes', 'host', 'timeout', 'interval'] satisfies (keyof ProcessDocument['health'])[]

/** Whether a process has a setting that this version would lose. */
function isUnknown(one: ProcessDocument): boolean {
  const { name, options, health } = one
  const strange = [
    ...Object.keys(one).filter((field) => !PROCESS_FIELDS.includes(field)),
    ...Object.keys(health).filter((field) => !HEALTH_FIELDS.includes(field)),
  ]
  return name !== 'web' || strange.length > 0 || !areKnown(options)
}

function configurationOf(one: ProcessDocument): { readonly run: RunSpec; readonly health: HealthSpec } {
  const { port, args, env, secrets, volumes, memoryBytes, cpus, user, options } = one
  const { path, codes, host, timeout, interval } = one.health
  return {
    run: {
      ...{ port, args, env, secrets, volumes, options },
      ...{ memoryBytes: memoryBytes ?? undefined, cpus: cpus ?? undefined, user: user ?? undefined },
    },
    health: { path, codes, host: host ?? undefined, timeout, interval },
  }
}

function hasOwnName({ name, commit, digest, ...configuration }: StoredRelease): boolean {
  return releaseName(commit, digest, configuration) === name
}
