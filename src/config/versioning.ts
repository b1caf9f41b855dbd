import { versionOfRef } from '../domain/version/version.ts'
import type { Inputs } from './inputs/inputs.ts'
import type { Job } from '../domain/job.ts'

export interface VersionConfig {
  /** A semantic version or a commit: the name of the release, or the release to use. `undefined`: the run names none. */
  readonly asked: string | undefined
  readonly next: Inputs['next-version']
  readonly notes: boolean
}

/** In a run for a version tag, the default is this version, except for a rollback, or if `release` is set. */
export function versionConfig(inputs: Inputs, { ref }: Job): VersionConfig {
  const ofRun = inputs.command === 'rollback' || inputs.release !== undefined ? undefined : versionOfRef(ref)
  return { asked: inputs.version ?? ofRun, next: inputs['next-version'], notes: inputs['release-notes'] }
}
