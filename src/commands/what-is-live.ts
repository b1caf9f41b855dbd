import type { Context } from '../context.ts'
import { urlOf } from '../domain/host.ts'
import type { Host } from '../domain/host.ts'
import type { Release } from '../domain/release.ts'
import type { DeployResult } from '../domain/remote-result.ts'
import type { Report } from '../domain/report.ts'

/** A release on its host, and what the host said about it. */
export interface Placed {
  readonly host: Host
  readonly release: Pick<Release, 'name' | 'digest' | 'image' | 'httpPort'>
  readonly result: Pick<DeployResult, 'previous' | 'serving'>
}

/** The service as reports name it: `web (production)`. */
export function nameOf({ config }: Context): string {
  return `${config.service.name} (${config.service.environment})`
}

export function outputsOf({ host, release, result }: Placed): Record<string, string> {
  return {
    url: urlOf(host, release.httpPort),
    'instance-id': host.id,
    'public-ip': host.publicIp ?? '',
    image: release.image,
    digest: release.digest,
    release: release.name,
    'previous-release': result.previous,
    'serving-digest': result.serving,
  }
}

export function factsOf({ host, release }: Placed): Report['facts'] {
  return [
    ['Address', urlOf(host, release.httpPort)],
    ['Release', release.name],
    ['Digest', release.digest],
    ['Image', release.image],
    ['Host', `${host.id} (${host.instanceType})`],
  ]
}
