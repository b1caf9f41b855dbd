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

/** Everything that decides what a deploy does: the current state and the wanted one. */
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
  /** What happens to the service's names. */
  readonly names: readonly NameStep[]
  /** Why the commit is refused, whatever the hosts are. */
  readonly refusals: readonly Refusal[]
}

export type PlannedImage =
  /** The input `image`. */
  | { readonly kind: 'given'; readonly name: string; readonly digest: string }
  /** Already in the registry with the commit's tag. */
  | ({ readonly kind: 'tagged'; readonly digest: string } & BuiltImage)
  /** For a promotion: the hosts of this environment can pull it already. `repository`: of this account's registry, or with the registry. */
  | { readonly kind: 'promoted'; readonly repository: string; readonly digest: string }
  /** For a promotion: to be copied from the repository `from`, where it is verified. */
  | {
      readonly kind: 'copy'
      readonly from: string
      readonly repository: string
      readonly digest: string
      readonly newRepository: boolean
    }
  /** `rebuilds`: the commit's tag, if its image exists and is to be built again. */
  | ({ readonly kind: 'build'; readonly newRepository: boolean; readonly rebuilds?: string } & BuiltImage)
  /** Not looked for: the host, or the promotion, is refused. */
  | { readonly kind: 'unknown' }

interface BuiltImage {
  readonly repository: string
  readonly tag: string
  /** How many files of the build differ from the commit. */
  readonly differences: number
}

export interface WantedRelease extends SinceLive {
  /** Empty until the image is built. */
  readonly name: string
  /** Its semantic version; missing if it has none. */
  readonly semver?: string | undefined
  /** The proposed version; missing without one. */
  readonly nextVersion?: string
  /** Empty if it is unknown what to promote. */
  readonly commit: string
  readonly migration: boolean
  /** Only for a promotion. */
  readonly verified?: VerifiedIn
  /** How the commit relates to the live one, if GitHub knows. */
  readonly relation: Comparison['relation'] | undefined
}

/** Where the promoted release is verified, and under which name. */
interface VerifiedIn {
  readonly environment: string
  /** This and the digest are empty if there is nothing to promote. */
  readonly release: string
  readonly digest: string
  /** Names of the variables with another value there. */
  readonly differs: readonly string[]
}
