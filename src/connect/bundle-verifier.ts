import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { sigstoreVerifier } from '../adapters/sigstore/bundle-verifier.ts'
import { publicRoot, rootsFrom } from '../adapters/sigstore/trusted-roots.ts'
import type { BundleVerifier } from '../ports/image/bundle-verifier.ts'

/** `trustedRoot`: absolute path of a file; `undefined`: Sigstore's public instance. */
export function connectBundleVerifier(trustedRoot: string | undefined): BundleVerifier {
  return sigstoreVerifier(async () => (trustedRoot === undefined ? publicRoot(await ownFolder()) : rootsFrom(trustedRoot)))
}

/** The runner empties RUNNER_TEMP after each job. */
function ownFolder(): Promise<string> {
  return mkdtemp(`${process.env['RUNNER_TEMP'] ?? tmpdir()}/docker-to-ec2-root-`)
}
