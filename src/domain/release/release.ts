import { createHash } from 'node:crypto'
import type { Service } from '../service.ts'
import type { Place, RouteSpec } from './route.ts'
import type { RunSpec, HealthSpec, Identified } from './configuration.ts'
import { configurationIdentity } from './configuration.ts'

/** A release: image digest and run configuration, deployable again. */
export interface Release {
  /** Short name, `<commit>-<hash>`: two releases of one service with the same name are the same release. */
  readonly name: string
  readonly digest: string
  /** `registry/repository@sha256:...` */
  readonly image: string
  readonly commit: string
  readonly run: RunSpec
  readonly health: HealthSpec
  readonly route: RouteSpec
}

/** What a host tells of the release that serves: its document without its configuration. */
export interface ServedRelease {
  readonly service: Service
  readonly name: string
  readonly digest: string
  /** `registry/repository@sha256:...` */
  readonly image: string
  readonly login: string
  readonly commit: string
  readonly route: Place
  readonly migration: boolean
  readonly runUrl: string
}

/**
 * Names a release. What decides whether a container must be started anew goes into the hash: digest, run configuration, route, and what counts as healthy.
 * Time limits do not.
 */
export function releaseName(commit: string, digest: string, configuration: Identified): string {
  const identity = JSON.stringify([digest, ...configurationIdentity(configuration)])
  return `${commit.slice(0, 8)}-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`
}
