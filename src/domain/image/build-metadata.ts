import * as v from 'valibot'
import { line, listOf, mapOf, readJson, readValue } from '../untrusted.ts'
import { digest } from './manifest.ts'

/** A material of a build, as BuildKit names it: `pkg:docker/node@24?platform=linux%2Famd64`, with its digests by algorithm. */
export interface Material {
  readonly uri: string
  readonly digest: Readonly<Record<string, string>>
}

/** An image that was built and pushed. */
export interface Built {
  readonly digest: string
  /** Empty if the builder does not report them. */
  readonly materials: readonly Material[]
}

const MOST_MATERIALS = 1000
const materials = listOf(v.object({ uri: line, digest: mapOf(line) }), MOST_MATERIALS)
/** In the format of https://slsa.dev/spec/v0.2/provenance or https://slsa.dev/spec/v1.0/provenance */
const PROVENANCE = v.object({
  materials: v.optional(materials, []),
  buildDefinition: v.optional(v.object({ resolvedDependencies: v.optional(materials, []) })),
})
/** https://docs.docker.com/reference/cli/docker/buildx/build/#metadata-file */
const METADATA = v.looseObject({ 'containerimage.digest': digest })
/** A multi-platform image has one for each platform: `buildx.build.provenance/linux/arm64`. */
const PROVENANCE_OF = /^buildx\.build\.provenance(\/|$)/
/** User and password of a URL, and its query, which can be a signature or a token. A package URL has no `//`, and its query is part of the name. */
const USER = /^([a-z][a-z0-9+.-]*:\/\/)[^/?#]*@/i
const QUERY = /^([a-z][a-z0-9+.-]*:\/\/[^?#]*)\?[^#]*/i

/** Reads buildx's metadata file; `undefined` if it has no digest. */
export function readMetadata(text: string): Built | undefined {
  const metadata = readJson(METADATA, text)
  if (metadata === undefined) return undefined
  const told = Object.entries(metadata).flatMap(([name, value]) => (PROVENANCE_OF.test(name) ? materialsOf(value) : []))
  const open = told.map(({ uri, ...one }) => ({ uri: withoutSecrets(uri), ...one }))
  return { digest: metadata['containerimage.digest'], materials: [...new Map(open.map((one) => [JSON.stringify(one), one])).values()] }
}

/** Everyone who can read the registry sees the result. */
function withoutSecrets(uri: string): string {
  return uri.replace(USER, '$1').replace(QUERY, '$1')
}

function materialsOf(value: unknown): readonly Material[] {
  const provenance = readValue(PROVENANCE, value)
  return [...(provenance?.materials ?? []), ...(provenance?.buildDefinition?.resolvedDependencies ?? [])]
}
