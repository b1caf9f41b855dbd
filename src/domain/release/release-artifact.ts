import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { RELEASE_TAG } from '../image/image.ts'
import { readJson } from '../untrusted.ts'
import type { ReleaseRecord } from './record.ts'
import { readDocument } from './release-document.ts'
import type { StoredRelease } from './release-document.ts'
import type { Release } from './release.ts'

/** The kind under which a registry lists the specification among the artifacts of an image. */
export const ARTIFACT_TYPE = 'application/vnd.docker-to-ec2.release.v1'
/** What the specification is written in. */
export const SPECIFICATION_TYPE = `${ARTIFACT_TYPE}+json`

/** A release as it lies in the registry beside its image. */
export interface ReleaseArtifact {
  /** Ends in a hash of the text, so that it never stands for two: a time limit is no part of the release's name, but of its specification. */
  readonly tag: string
  /** The specification, as JSON: what the release is, wherever it runs. Names and references of secrets, never their values. */
  readonly text: string
}

export function releaseArtifact({ name, digest, commit, spec }: Release): ReleaseArtifact {
  const text = JSON.stringify({ name, digest, commit, spec })
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 8)
  return { tag: `${RELEASE_TAG}${name}-${hash}`, text }
}

/** `readDocument` holds it against what a document is. */
const ANY_OBJECT = v.looseObject({})

/** What the record tells of a release: which one it is, and where its image lies. */
type Recorded = Pick<ReleaseRecord, 'release' | 'digest' | 'commit' | 'image' | 'login'>

/**
 * The release of a specification. Where its image lies only the record says, as credentials go there. `undefined` for a text that this version does
 * not understand as a whole, or that is not the release which was recorded.
 */
export function readArtifact(text: string, { release: name, digest, commit, image, login }: Recorded): StoredRelease | undefined {
  const release = readDocument({ ...readJson(ANY_OBJECT, text), image, login })
  return release?.name === name && release.digest === digest && release.commit === commit ? release : undefined
}
