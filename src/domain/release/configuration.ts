import type { ContainerOptions } from '../container/container-options.ts'
import type { RouteSpec } from './route.ts'
import { sortedEntries } from '../sorted.ts'
import { routeIdentity } from './route.ts'

/** How the container runs. */
export interface RunSpec {
  readonly port: number
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Variable -> where the host reads its value: `ssm:/path` or `secretsmanager:name#key`. */
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly memoryBytes: number | undefined
  readonly cpus: number | undefined
  readonly user: string | undefined
  readonly options: ContainerOptions
}

export interface HealthSpec {
  readonly path: string
  /** Codes and ranges, `200-399,401`. */
  readonly codes: string
  readonly host: string | undefined
  /** Seconds. */
  readonly timeout: number
  /** Seconds. */
  readonly interval: number
}

/** How a release runs, beside its image. */
export interface Configuration {
  readonly run: RunSpec
  readonly health: HealthSpec
  readonly route: RouteSpec
  /** Request header that chooses between a canary and the live release; the proxy is told of it with the route. */
  readonly canaryHeader: string
}

/** How a new release is watched after the cut-over. */
export interface BakeSpec {
  /** Seconds; 0 is none. */
  readonly time: number
  /** Share of 5xx answers, 0 to 1, above which the release is bad. */
  readonly maxErrorShare: number
}

export type Identified = Omit<Configuration, 'canaryHeader'>

/** What makes one configuration another, in a fixed order. */
export function configurationIdentity({ run, health, route }: Identified): readonly unknown[] {
  return [
    run.port,
    run.args,
    sortedEntries(run.env),
    sortedEntries(run.secrets),
    run.volumes,
    run.memoryBytes ?? null,
    run.cpus ?? null,
    run.user ?? null,
    optionsIdentity(run.options),
    health.path,
    health.codes,
    health.host ?? null,
    routeIdentity(route),
  ]
}

/** What is written in another order is the same, but for lists: the order of arguments counts. */
function optionsIdentity(options: ContainerOptions): readonly unknown[] {
  const { labels = {}, ...others } = options
  return [sortedEntries(others), sortedEntries(labels)]
}
