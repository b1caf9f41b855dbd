import type { PublishedImage } from '../image/image.ts'
import type { Release } from '../release/release.ts'
import { cutOverFields } from './cut-over.ts'
import type { CutOverSpec } from './cut-over.ts'
import type { Seed } from '../preview/preview.ts'
import { hostOrder } from './order.ts'
import type { HostOrder, OrderSpec } from './order.ts'
import { releaseDocument } from '../release/release-document.ts'
import type { ReleaseDocument } from '../release/release-document.ts'

export interface DeploySpec extends OrderSpec, Omit<CutOverSpec, 'ownRegistry'> {
  readonly release: Release
  readonly image: PublishedImage
  /** Percent of the traffic that the release starts with; `undefined`: all of it. */
  readonly canaryShare: number | undefined
  /** CIDRs of the hosts' own network; empty if nothing needs them. */
  readonly vpc: readonly string[]
  /** Whether the run holds the lease of the service, so that no other run is working. */
  readonly leased: boolean
  /** The live releases of the snapshot; the host refuses if another one is live. Empty: none is. */
  readonly base: readonly string[]
  /** How many hosts the service has. */
  readonly hosts: number
  /** What the input `volume-data` allows. */
  readonly volumeData: readonly string[]
  /** Seconds since the epoch, by the runner's clock. */
  readonly now: number
  /** The command that prepares a new service once; `undefined` without one. */
  readonly seed: Seed | undefined
}

export type DeployOrder = HostOrder &
  ReturnType<typeof cutOverFields> & {
    readonly release: ReleaseDocument
    /** Compressed size of the image's layers; 0 if unknown. */
    readonly imageBytes: number
    readonly base: readonly string[]
    readonly leased: boolean
    readonly canary: { readonly share: number; readonly lease: number } | null
    readonly hosts: number
    readonly volumeData: readonly string[]
    readonly now: number
    readonly seed: Seed | null
    /** Whether a host runs the release's command before its slot, runs only that, or leaves it to another one. */
    readonly releaseCommand: 'run' | 'only' | 'skip'
  }

/** Seconds without an observation after which a host ends a canary; SSM may need some of them to deliver an observation. */
const CANARY_LEASE = 60

/** The order for a release. */
export function deployOrder(spec: DeploySpec): DeployOrder {
  const { release, image, canaryShare, leased, base, hosts, volumeData, now, seed = null } = spec
  return {
    ...hostOrder('deploy', spec),
    ...cutOverFields({ ...spec, ownRegistry: image.login }),
    release: releaseDocument({ ...spec, release, login: image.login }),
    imageBytes: image.bytes,
    base,
    leased,
    canary: canaryShare === undefined ? null : { share: canaryShare, lease: CANARY_LEASE },
    hosts,
    volumeData,
    now,
    seed,
    // A release that is recorded as live, which needs no lease, has run it.
    releaseCommand: leased && release.spec['release-command'].length > 0 ? 'run' : 'skip',
  }
}
