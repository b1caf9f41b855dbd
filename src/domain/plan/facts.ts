import type { Service } from '../service.ts'
import type { HostsPlan } from '../host/host-plan.ts'
import type { HostSpec } from '../host/host.ts'
import type { ReleaseRecord } from '../release/record.ts'
import type { Specification } from '../release/spec.ts'
import type { ProxyImage } from '../order/cut-over.ts'
import type { SecretChanges } from '../release/secret-changes.ts'
import type { VolumeData } from '../data/split-data.ts'
import type { NameStep } from '../dns/name-step.ts'
import type { Refusal } from '../refusal.ts'
import type { Comparison, SinceLive } from '../commits.ts'

/** Everything that decides what a deploy does, as it was observed and as it is wanted. */
export interface PlanFacts {
  readonly service: Service
  readonly accountId: string
  readonly region: string
  readonly hostPlan: HostsPlan
  readonly spec: HostSpec
  readonly record: ReleaseRecord | undefined
  readonly image: PlannedImage
  readonly release: WantedRelease
  readonly configuration: Specification
  readonly proxyImage: ProxyImage
  readonly secrets: SecretChanges
  readonly volumeData: VolumeData
  /** What becomes of the names under which it is reached. */
  readonly names: readonly NameStep[]
  /** Why the commit is refused, whatever host there is. */
  readonly refusals: readonly Refusal[]
}

export type PlannedImage =
  /** The input `image`. */
  | { readonly kind: 'given'; readonly name: string; readonly digest: string }
  /** In the registry under the commit's tag already. */
  | ({ readonly kind: 'tagged'; readonly digest: string } & BuiltImage)
  /** Of a promotion, where the hosts of this environment can pull it already. `repository`: of this account's registry, or with the registry. */
  | { readonly kind: 'promoted'; readonly repository: string; readonly digest: string }
  /** Of a promotion: to be copied from where it is verified, the repository `from`. */
  | {
      readonly kind: 'copy'
      readonly from: string
      readonly repository: string
      readonly digest: string
      readonly newRepository: boolean
    }
  /** `rebuilds`: the tag of the commit, where its image is there and is to be built again. */
  | ({ readonly kind: 'build'; readonly newRepository: boolean; readonly rebuilds?: string } & BuiltImage)
  /** Not looked for, because the host is refused, or what is to be promoted. */
  | { readonly kind: 'unknown' }

interface BuiltImage {
  readonly repository: string
  readonly tag: string
  /** How many files of the build are not as in the commit. */
  readonly differences: number
}

export interface WantedRelease extends SinceLive {
  /** Empty as long as the image is to be built. */
  readonly name: string
  /** What it is called; missing where it goes by its commit. */
  readonly semver?: string | undefined
  /** The version that is proposed; missing where none is. */
  readonly nextVersion?: string
  /** Empty where it is not known what is to be promoted. */
  readonly commit: string
  readonly migration: boolean
  /** Of a promotion. */
  readonly verified?: VerifiedIn
  /** How the commit stands to the one that serves, where GitHub tells. */
  readonly relation: Comparison['relation'] | undefined
}

/** Where a release that is promoted is verified, and as what. */
interface VerifiedIn {
  readonly environment: string
  /** This and its digest: empty where nothing there can be promoted. */
  readonly release: string
  readonly digest: string
  /** Names of the variables that have another value there. */
  readonly differs: readonly string[]
}
