import type { Checked } from '../../domain/provenance/attestation.ts'

/** Sigstore's rules: who signed is in a certificate of a root that is trusted, and was when a log or a timestamp saw the signature. */
export interface BundleVerifier {
  /** `text`: a bundle, or anything else. Throws a `DeployError` where there is no root to trust. */
  check(text: string): Promise<Checked>
}
