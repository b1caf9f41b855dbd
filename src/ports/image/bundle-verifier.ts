import type { Checked } from '../../domain/provenance/attestation.ts'

/**
 * Checks a signature by Sigstore's rules: a trusted root issued the signer's certificate, which was valid when a log or a timestamp saw the
 * signature.
 */
export interface BundleVerifier {
  /** `text`: a bundle, or anything else. Throws a `DeployError` if there is no trusted root. */
  check(text: string): Promise<Checked>
}
