import type { Candidate } from '../../domain/provenance/attestation.ts'
import type { ImagePlace } from './registry.ts'

/** What lies beside an image in its registry, or is known of it on GitHub. Whoever can push there can have put it there: nothing of it is believed yet. */
export interface Attestations {
  /** The manifest that a digest stands for, as text that hashes to it. Throws a `DeployError` where the registry gives none, or another one. */
  manifest(place: ImagePlace, digest: string): Promise<string>
  /** Sigstore bundles that refer to one of these digests, some at a time. What cannot be read has a fault; none is where there is none. */
  inRegistry(place: ImagePlace, digests: readonly string[]): Promise<AsyncIterable<readonly Candidate[]>>
  /** The same, at once, of what GitHub keeps for this repository, where the run's token may read it. */
  onGithub(digests: readonly string[]): Promise<readonly Candidate[]>
}
