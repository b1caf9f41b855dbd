import * as v from 'valibot'
import { line, readJson } from '../untrusted.ts'

/** A list of what is in an image, as a step of the job has written it. */
export interface Sbom {
  readonly text: string
  /** Media type of the format. */
  readonly type: string
}

/** https://spdx.github.io/spdx-spec/v2.3/document-creation-information/, https://spdx.github.io/spdx-spec/v3.0.1/serializations/ */
const SPDX = v.union([
  v.object({ spdxVersion: v.pipe(line, v.startsWith('SPDX-')), SPDXID: line }),
  v.object({ '@context': v.pipe(line, v.regex(/^https:\/\/spdx\.org\/rdf\/3\./)), '@graph': v.array(v.unknown()) }),
])
/** https://cyclonedx.org/docs/1.6/json/ */
const CYCLONEDX = v.object({ bomFormat: v.literal('CycloneDX'), specVersion: line })

/** Bytes; one of the largest images has some 20 MB. */
export const LARGEST_SBOM = 64 * 2 ** 20

/** `undefined` for what is in none of the formats. */
export function readSbom(text: string): Sbom | undefined {
  if (readJson(SPDX, text) !== undefined) return { text, type: 'application/spdx+json' }
  return readJson(CYCLONEDX, text) === undefined ? undefined : { text, type: 'application/vnd.cyclonedx+json' }
}
