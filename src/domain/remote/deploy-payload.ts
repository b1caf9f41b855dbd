import { containerOptions } from './container.ts'
import { isEcr, parseImage } from '../image/image.ts'
import type { PublishedImage } from '../image/image.ts'
import { proxyServer } from './proxy.ts'
import type { BakeSpec, Manifest, Release } from '../release/release.ts'
import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

export interface DeployOrder {
  readonly deployId: string
  readonly service: Service
  readonly region: string
  readonly release: Release
  readonly image: PublishedImage
  readonly proxyImage: string
  /** Seconds. */
  readonly drainTimeout: number
  readonly bake: BakeSpec
  /** Percent of the traffic that the release begins with; `undefined` is all of it at once. */
  readonly canaryShare: number | undefined
  readonly canaryHeader: string
  /** Whether the run holds the lease of the service, so that no other one is at work. */
  readonly leased: boolean
  /** Releases that stay on the host, the active one included. */
  readonly keep: number
  /** The releases that the runner saw as live, separated by spaces; the host refuses when another one is. Empty: none. */
  readonly base: string
  readonly migration: boolean
  readonly runUrl: string
}

/** Grace between SIGTERM and SIGKILL for the old release, in seconds; Docker's own default. */
export const STOP_TIMEOUT = 10
/** How long a deploy waits for another one of the same service on the same host, in seconds. */
export const LOCK_TIMEOUT = 60
/** Seconds after which a host ends a canary that nobody observes any more; SSM may take some of them to carry an observation. */
const CANARY_LEASE = 60
/** Answers that a verdict about errors needs at least. */
const BAKE_MIN_REQUESTS = 20

/** What a rollback needs to know of a release, without its configuration: that stays on the host. */
function manifestOf({ service, release, image, migration, runUrl }: DeployOrder): Manifest {
  const { name, digest, commit, httpPort } = release
  return {
    schema: 1,
    service,
    release: name,
    digest,
    image: image.reference,
    login: image.login ?? '',
    commit,
    httpPort,
    migration,
    runUrl,
  }
}

/** What `host/deploy.sh` is told, as name/value pairs; a name that repeats is a list. */
export function deployPayload(order: DeployOrder): (readonly [string, string])[] {
  const { release, image } = order
  const { health, run } = release
  return [
    ['deploy_id', order.deployId],
    ['service', serviceKey(order.service)],
    ['region', order.region],
    ['release', release.name],
    ['image', image.reference],
    ['digest', image.digest],
    ['login', image.login ?? ''],
    ['proxy_login', loginOf(order.proxyImage, image.login)],
    ['port', String(run.port)],
    ['health_path', health.path],
    ['health_host', health.host ?? ''],
    ['health_codes', health.codes],
    ['health_timeout', String(health.timeout)],
    ['health_interval', String(health.interval)],
    ['drain_timeout', String(Math.ceil(order.drainTimeout))],
    ['stop_timeout', String(STOP_TIMEOUT)],
    ['lock_timeout', String(LOCK_TIMEOUT)],
    ['http_port', String(release.httpPort)],
    ['proxy_image', order.proxyImage],
    ['proxy_server', JSON.stringify(proxyServer(order.service, release.httpPort, order.canaryHeader))],
    ['manifest', JSON.stringify(manifestOf(order))],
    ['keep', String(order.keep)],
    ['base', order.base],
    ['image_bytes', String(image.bytes)],
    ['leased', order.leased ? 'yes' : ''],
    ['canary_share', String(order.canaryShare ?? '')],
    ['canary_lease', String(CANARY_LEASE)],
    ['canary_header', order.canaryHeader],
    ...bakeFields(order.bake),
    ...containerOptions(order.service, release).map((option) => ['option', option] as const),
    ...run.args.map((argument) => ['arg', argument] as const),
    ...Object.entries(run.secrets).map(([name, source]) => ['secret', `${name}=${source}`] as const),
  ]
}

export function bakeFields({ time, maxErrorShare }: BakeSpec): (readonly [string, string])[] {
  return [
    ['bake_time', String(Math.ceil(time))],
    ['bake_min_requests', String(BAKE_MIN_REQUESTS)],
    ['bake_max_error_share', maxErrorShare.toFixed(6)],
  ]
}

function loginOf(proxyImage: string, own: string | undefined): string {
  const { registry } = parseImage(proxyImage)
  return isEcr(registry, own) ? registry : ''
}
