import { buildSecrets } from '../domain/image/build-secrets.ts'
import type { BuildSecret } from '../domain/image/build-secrets.ts'
import type { Job } from '../domain/job.ts'
import type { Platform } from '../domain/platform.ts'
import { repositoryName } from '../domain/service.ts'
import type { Service } from '../domain/service.ts'
import type { Inputs } from './inputs/inputs.ts'
import { inWorkspace } from './job.ts'

/** What a run builds, or the image that it deploys instead. */
export interface ImageConfig {
  /** An existing image to deploy instead of a build. */
  readonly existing: string | undefined
  /** Name of the ECR repository. */
  readonly repository: string
  /** Relative to the workspace. */
  readonly context: string
  readonly dockerfile: string | undefined
  readonly target: string | undefined
  readonly buildArgs: Readonly<Record<string, string>>
  readonly secrets: readonly BuildSecret[]
  /** The build may use the keys of the runner's SSH agent. */
  readonly ssh: boolean
  /** Absolute path of the SBOM; `undefined`: none. */
  readonly sbom: string | undefined
  /** Empty: the host's own. */
  readonly platforms: readonly Platform[]
  readonly cache: boolean
  /** Build even if the image exists. */
  readonly rebuild: boolean
}

/** The image of the run: given, or built from a context. */
export function imageConfig(inputs: Inputs, service: Service, { workspace }: Job): ImageConfig {
  return {
    existing: inputs.image,
    repository: inputs.repository ?? repositoryName(service),
    context: inputs.context,
    dockerfile: inputs.dockerfile,
    target: inputs.target,
    buildArgs: inputs['build-args'],
    secrets: buildSecrets(inputs['build-secrets'], (path) => inWorkspace(workspace, path)),
    ssh: inputs.ssh === 'default',
    sbom: inputs.sbom === undefined ? undefined : inWorkspace(workspace, inputs.sbom),
    platforms: inputs.platforms as readonly Platform[],
    cache: inputs.cache,
    rebuild: inputs.rebuild,
  }
}

/** What an image must prove before a deploy. */
export interface ProofConfig {
  /** Who must have attested how it was built; `undefined`: no attestation required. */
  readonly signer: Inputs['require-attestation']
  /** Absolute path of the trusted roots for signatures; `undefined`: those of Sigstore's public instance. */
  readonly trustedRoot: string | undefined
  /** Lowest severity of a vulnerability to refuse; `undefined`: none. */
  readonly maxSeverity: Inputs['max-severity']
}

/** What the run's image must prove. */
export function proofConfig(inputs: Inputs, { workspace }: Job): ProofConfig {
  const root = inputs['trusted-root']
  return {
    signer: inputs['require-attestation'],
    trustedRoot: root === undefined ? undefined : inWorkspace(workspace, root),
    maxSeverity: inputs['max-severity'],
  }
}
