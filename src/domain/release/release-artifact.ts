import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { RELEASE_TAG } from '../image/image.ts'
import { readJson } from '../untrusted.ts'
import type { ReleaseRecord } from './record.ts'
import { readDocument } from './release-document.ts'
import type { StoredRelease } from './release-document.ts'
import type { Release } from './release.ts'

/** The artifact type by which a registry lists the specification among the artifacts of an image. */
export const ARTIFACT_TYPE = 'application/vnd.docker-to-ec2.release.v1'
/** Media type of the specification. */
export const SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`

/** A release as an artifact in the registry, beside its image. */
export interface ReleaseArtifact {
  /**
   * Ends in a hash of the text, so that it never stands for two: the specification contains settings, such as time limits, that the release's name
   * leaves out.
   */
  readonly tag: string
  /** The specification, as JSON: the release, wherever it runs. Names and references of secrets, never their values. */
  readonly text: string
}

/** The artifact of a release. Equal releases have equal artifacts. */
export function releaseArtifact({ name, digest, commit, spec }: Release): ReleaseArtifact {
  const text = JSON.stringify({ name, digest, commit, spec })
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { tag: `${RELEASE_TAG}${name}-${hash}`, text }
}

/** `readDocument` validates the rest. */
const ANY_OBJECT = v.looseObject({})

/** A recorded release: its name, and the reference of its image. */
type Recorded = Pick<ReleaseRecord, 'release' | 'digest' | 'commit' | 'image' | 'login'>

/**
 * Reads the release in a specification. Only the record decides where its image is, because credentials go there. `undefined` for a text that this
 * version does not fully understand, or that is not the recorded release.
 */
export function readArtifact(text: string, { release: name, digest, commit, image, login }: Recorded): StoredRelease | undefined {
  const release = readDocument({ ...readJson(ANY_OBJECT, text), image, login })
  return release?.name === name && release.digest === digest && release.commit === commit ? release : undefined
}
