import * as v from 'valibot'
import { line, readJson } from '../untrusted.ts'

/** A list of an image's contents, which a step of the job has written. */
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

/** Bytes; that of a very large image has about 20 MB. */
export const LARGEST_SBOM = 64 * 2 ** 20

/** `undefined` for a text in none of the formats. */
export function readSbom(text: string): Sbom | undefined {
  if (readJson(SPDX, text) !== undefined) return { text, type: 'application/spdx+json' }
  return readJson(CYCLONEDX, text) === undefined ? undefined : { text, type: 'application/vnd.cyclonedx+json' }
}
