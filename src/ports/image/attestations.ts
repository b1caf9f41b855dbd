import type { Candidate } from '../../domain/provenance/attestation.ts'
import type { ImagePlace } from './registry.ts'

/** Attestations beside an image in its registry, or on GitHub. Anyone who can push could have written them, so nothing in them is trusted yet. */
export interface Attestations {
  /** The text of a digest's manifest, which hashes to the digest. Throws a `DeployError` if the registry returns none, or another one. */
  manifest(place: ImagePlace, digest: string): Promise<string>
  /** Sigstore bundles that refer to one of these digests, in batches. An unreadable one has a fault; the list is empty if there is none. */
  inRegistry(place: ImagePlace, digests: readonly string[]): Promise<AsyncIterable<readonly Candidate[]>>
  /** Like `inRegistry`, from GitHub's store for this repository, all at once, if the run's token can read it. */
  onGithub(digests: readonly string[]): Promise<readonly Candidate[]>
}
