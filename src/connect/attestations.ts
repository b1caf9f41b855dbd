import { bundlesOnGithub } from '../adapters/github/attestations.ts'
import type { GithubSpec } from '../adapters/github/commits.ts'
import { readBundles, readManifest } from '../adapters/registry/attestations.ts'
import type { Attestations } from '../ports/image/attestations.ts'
import type { Clock } from '../ports/clock.ts'

export function connectAttestations(github: GithubSpec, clock: Clock): Attestations {
  const registry = { fetch, clock }
  return {
    manifest: (place, digest) => readManifest(registry, place, digest),
    inRegistry: (place, digests) => readBundles(registry, place, digests),
    onGithub: async (digests) => (await Promise.all(digests.map((digest) => bundlesOnGithub(github, digest)))).flat(),
  }
}
