import { containerOptions } from './container.ts'
import { isEcr, parseImage } from './image.ts'
import type { PublishedImage } from './image.ts'
import { proxyServer } from './proxy.ts'
import type { Release } from './release.ts'
import { serviceKey } from './service.ts'
import type { Service } from './service.ts'

export interface DeployOrder {
  readonly deployId: string
  readonly service: Service
  readonly region: string
  readonly release: Release
  readonly image: PublishedImage
  readonly proxyImage: string
  /** Seconds. */
  readonly drainTimeout: number
  readonly runUrl: string
}

/** Grace between SIGTERM and SIGKILL for the old release, in seconds; Docker's own default. */
const STOP_TIMEOUT = 10
/** How long a deploy waits for another one of the same service on the same host, in seconds. */
const LOCK_TIMEOUT = 60
/** Releases that stay on the host, the active one included. */
const KEEP_RELEASES = 3

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
    ['proxy_server', JSON.stringify(proxyServer(order.service, release.httpPort))],
    ['manifest', JSON.stringify({ schema: 1, service: order.service, release, runUrl: order.runUrl })],
    ['keep', String(KEEP_RELEASES)],
    ...containerOptions(order.service, release).map((option) => ['option', option] as const),
    ...run.args.map((argument) => ['arg', argument] as const),
    ...Object.entries(run.secrets).map(([name, source]) => ['secret', `${name}=${source}`] as const),
  ]
}

function loginOf(proxyImage: string, own: string | undefined): string {
  const { registry } = parseImage(proxyImage)
  return isEcr(registry, own) ? registry : ''
}
