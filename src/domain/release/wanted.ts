import type { PublishedImage } from '../image/image.ts'
import { releaseName } from './release.ts'
import type { Release } from './release.ts'
import type { StoredRelease } from './release-document.ts'
import type { Specification } from './spec.ts'

/** The properties of a release apart from its image. */
interface Specified {
  readonly commit: string
  readonly spec: Specification
}

/** What a deploy brings to its hosts. */
export type Wanted =
  /** The commit, built. */
  | ({ readonly kind: 'build' } & Specified)
  /** The input `image`. */
  | ({ readonly kind: 'given'; readonly image: string } & Specified)
  | ({ readonly kind: 'promoted'; readonly from: Verified } & Specified)

export type PromotedRelease = Extract<Wanted, { readonly kind: 'promoted' }>

/** A release in the environment that verified it. */
export interface Verified {
  readonly environment: string
  readonly release: StoredRelease
  /** Its semantic version there; `undefined`: it has none. */
  readonly semver: string | undefined
  /** Names of the variables that the promotion changes. */
  readonly differs: readonly string[]
}

/** The wanted release with its image. */
export function releaseOf(wanted: Wanted, { digest, reference }: Pick<PublishedImage, 'digest' | 'reference'>): Release {
  const { commit, spec } = wanted
  return { name: nameOf(wanted, digest), digest, image: reference, commit, spec }
}

/** The name of the wanted release, once the digest of its image is known. */
export function nameOf({ commit, spec }: Wanted, digest: string): string {
  return releaseName(commit, digest, spec)
}
