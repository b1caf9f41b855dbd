import { createHash } from 'node:crypto'
import type { Service } from '../service.ts'
import type { Place } from './route.ts'
import { identityOf } from './spec.ts'
import type { Specification } from './spec.ts'
import { shortCommit } from '../commits.ts'

/** A release: image digest and specification, deployable again. */
export interface Release {
  /** Short name, `<commit>-<hash>`: two releases of one service with the same name are the same release. */
  readonly name: string
  readonly digest: string
  /** `registry/repository@sha256:...` */
  readonly image: string
  readonly commit: string
  readonly spec: Specification
}

/** What a host reports of the live release: its document without its configuration. */
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

/** Names a release. The hash covers whatever requires a new container: the digest, and the settings of its identity. */
export function releaseName(commit: string, digest: string, spec: Specification): string {
  const identity = JSON.stringify([digest, identityOf(spec)])
  return `${shortCommit(commit)}-${createHash('sha256').update(identity).digest('hex').slice(0, 8)}`
}
