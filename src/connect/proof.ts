import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { bundlesOnGithub } from '../adapters/github/attestations.ts'
import type { GithubSpec } from '../adapters/github/api.ts'
import { manifestText, readBundles } from '../adapters/registry/attestations.ts'
import type { Attestations } from '../ports/image/attestations.ts'
import type { BundleVerifier } from '../ports/image/bundle-verifier.ts'
import type { Clock } from '../ports/clock.ts'

export function connectAttestations(github: GithubSpec, clock: Clock): Attestations {
  const registry = { fetch, clock }
  return {
    manifest: (place, digest) => manifestText(registry, place, digest),
    inRegistry: async (place, digests) => readBundles(registry, place, digests),
    onGithub: async (digests) => (await Promise.all(digests.map((digest) => bundlesOnGithub(github, digest)))).flat(),
  }
}

/** `trustedRoot`: absolute path of a file; `undefined`: Sigstore's public instance. */
export async function connectBundleVerifier(trustedRoot: string | undefined): Promise<BundleVerifier> {
  const [{ sigstoreVerifier }, { publicRoot, rootsFrom }] = await Promise.all([
    import('../adapters/sigstore/bundle-verifier.ts'),
    import('../adapters/sigstore/trusted-roots.ts'),
  ])
  return sigstoreVerifier(async () => (trustedRoot === undefined ? publicRoot(await ownFolder()) : rootsFrom(trustedRoot)))
}

/** The runner empties RUNNER_TEMP after each job. */
function ownFolder(): Promise<string> {
  return mkdtemp(`${process.env['RUNNER_TEMP'] ?? tmpdir()}/docker-to-ec2-root-`)
}
