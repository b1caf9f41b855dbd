import * as v from 'valibot'
import type { Service } from '../service.ts'
import { line, readValue } from '../untrusted.ts'
import { releaseName } from './release.ts'
import type { Release } from './release.ts'
import { areSettings, dockerParts, specificationOf } from './spec.ts'
import type { SettingName, Specification } from './spec.ts'
import type { Json } from './settings/setting.ts'
import { trustedRanges } from './settings/trusted-proxies.ts'

/** A release as it is sent and stored: everything needed to deploy it again. */
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
  /** Docker's options for a container, by setting; a setting without a part here has its own code on the host. */
  readonly docker: Readonly<Partial<Record<SettingName, Json>>>
  /** The CIDRs of `trusted-proxies` at the time of the order. */
  readonly trusted: readonly string[]
}

/** The addresses of an external proxy. */
const LOOPBACK = '127.0.0.1/32'

export interface Documented {
  readonly service: Service
  readonly release: Release
  readonly login: string | undefined
  /** CIDRs of the hosts' own network; empty if nothing needs them. */
  readonly vpc: readonly string[]
  readonly runUrl: string
}

/** The document of a release that this run deploys. */
export function releaseDocument({ service, release, login = '', vpc, runUrl }: Documented): ReleaseDocument {
  const { name, digest, image, commit, spec } = release
  const given = trustedRanges(spec['trusted-proxies'], vpc)
  const trusted = spec['external-proxy'] ? [LOOPBACK, ...given] : given
  return { name, digest, image, login, commit, runUrl, service, spec, docker: dockerParts(spec), trusted }
}

/** A release read from a document. */
export interface StoredRelease extends Release {
  /** Registry that a host logs in to for the image; empty for a public one. */
  readonly login: string
}

/** Does not validate the settings: if their hash gives the release's name, they are the release's own. */
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
 * The inverse of `releaseDocument`. `undefined` for an invalid document, one that needs more than this version knows, and one that does
 * not match its name, a hash of image and specification.
 */
export function readDocument(value: unknown): StoredRelease | undefined {
  const document = readValue(DOCUMENT, value)
  return document !== undefined && isNamed(document) ? { ...document, spec: specificationOf(document.spec) } : undefined
}

/** An invalid value may have no name. */
function isNamed({ name, commit, digest, spec }: Release): boolean {
  try {
    return releaseName(commit, digest, spec) === name
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
}
