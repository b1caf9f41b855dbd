import * as v from 'valibot'
import type { Service } from '../service.ts'
import { line, readValue } from '../untrusted.ts'
import { releaseName } from './release.ts'
import type { Release } from './release.ts'
import { areSettings, dockerParts, specificationOf } from './spec.ts'
import type { SettingName, Specification } from './spec.ts'
import type { Json } from './settings/setting.ts'
import { trustedRanges } from './settings/trusted-proxies.ts'

/** A release as it travels and is kept: all that it takes to make it again. */
export interface ReleaseDocument {
  readonly name: string
  readonly digest: string
  /** `registry/repository@sha256:...` */
  readonly image: string
  /** Registry that the host logs in to for the image; empty for a public one. */
  readonly login: string
  readonly commit: string
  readonly runUrl: string
  readonly service: Service
  /** Settings without a value are missing. */
  readonly spec: Specification
  /** By setting, what Docker is told of a container; another setting without a part has code of its own on the host. */
  readonly docker: Readonly<Partial<Record<SettingName, Json>>>
  /** The CIDRs that `trusted-proxies` stood for when it was ordered. */
  readonly trusted: readonly string[]
}

/** Where an external proxy asks from. */
const LOOPBACK = '127.0.0.1/32'

export interface Documented {
  readonly service: Service
  readonly release: Release
  readonly login: string | undefined
  /** CIDRs of the hosts' own network; none where nobody needs them. */
  readonly vpc: readonly string[]
  readonly runUrl: string
}

export function releaseDocument({ service, release, login = '', vpc, runUrl }: Documented): ReleaseDocument {
  const { name, digest, image, commit, spec } = release
  const given = trustedRanges(spec['trusted-proxies'], vpc)
  const trusted = spec['external-proxy'] ? [LOOPBACK, ...given] : given
  return { name, digest, image, login, commit, runUrl, service, spec, docker: dockerParts(spec), trusted }
}

/** A release out of a document. */
export interface StoredRelease extends Release {
  /** Registry that a host logs in to for the image; empty for a public one. */
  readonly login: string
}

/** What a setting's value may be, nobody asks here: if the name comes out of them, they are those of the release. */
const settings = v.custom<Specification>((spec) => typeof spec === 'object' && spec !== null && areSettings(Object.keys(spec)))

const DOCUMENT = v.object({
  name: line,
  digest: line,
  image: line,
  login: line,
  commit: line,
  spec: settings,
})

/**
 * The inverse of `releaseDocument`. `undefined` for what is no document, for one that asks for more than this version knows, and for one that does
 * not come out as the release that its name, a hash of image and specification, stands for.
 */
export function readDocument(value: unknown): StoredRelease | undefined {
  const document = readValue(DOCUMENT, value)
  return document !== undefined && isNamed(document) ? { ...document, spec: specificationOf(document.spec) } : undefined
}

/** What is no value of its setting may give no name at all. */
function isNamed({ name, commit, digest, spec }: Release): boolean {
  try {
    return releaseName(commit, digest, spec) === name
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
