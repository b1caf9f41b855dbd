import * as v from 'valibot'
import { digest } from '../../domain/image/manifest.ts'
import { listOf, readJson } from '../../domain/untrusted.ts'
import { DeployError } from '../../errors.ts'
import { OCI_INDEX } from './manifests.ts'
import { words } from './requests.ts'
import type { RegistrySession, Reply } from './requests.ts'

/** A page of the manifests that refer to a digest. */
export interface ReferrersPage {
  /** Digests of the manifests whose artifact has the requested type. */
  readonly manifests: readonly string[]
  /** Why the rest could not be read. */
  readonly fault?: string
}

export interface ReferrersQuery {
  readonly session: RegistrySession
  /** For this repository. */
  readonly repository: string
  readonly digest: string
  readonly type: RegExp
  /** Largest page in bytes. */
  readonly limit: number
}

/** Anyone who can push can add any number of pages. */
const MOST_PAGES = 100
/** Entries per page; its size limits them anyway. */
const MOST_ENTRIES = 20_000

const REFERRERS = v.object({ manifests: listOf(v.object({ digest, artifactType: v.optional(v.string(), '') }), MOST_ENTRIES) })

/**
 * Uses the referrers API, page by page; in a registry without it, the tag that replaces it. No answer of a registry is an
 * error here. https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers
 */
export async function* referrersOf(query: ReferrersQuery): AsyncGenerator<ReferrersPage> {
  const from = `referrers/${query.digest}`
  try {
    let reply = await list(query, from)
    if (reply.status === 404 || reply.status === 405) reply = await list(query, `manifests/${query.digest.replace(':', '-')}`)
    if (reply.status === 404) return
    for (let page = 1; ; page += 1) {
      const next = nextOf(query, reply)
      yield pageOf(query, reply)
      if (next === undefined) return
      if (page === MOST_PAGES) return yield { manifests: [], fault: `more refers to ${query.digest} than ${MOST_PAGES} pages list` }
      reply = await list(query, next)
    }
  } catch (error) {
    if (!(error instanceof DeployError)) throw error
    yield { manifests: [], fault: error.message }
  }
}

function list({ session, limit }: ReferrersQuery, path: string): Promise<Reply> {
  return session.ask(path, { headers: { accept: OCI_INDEX }, limit })
}

function pageOf({ digest: subject, type }: ReferrersQuery, reply: Reply): ReferrersPage {
  if (!reply.ok) return { manifests: [], fault: `the registry does not list the attestations of ${subject}: ${words(reply)}` }
  const listed = readJson(REFERRERS, reply.bytes.toString())
  if (listed === undefined) return { manifests: [], fault: `its list of referrers of ${subject} is not an image index` }
  return { manifests: listed.manifests.filter(({ artifactType }) => type.test(artifactType)).map((entry) => entry.digest) }
}

/** The next page, always in the same registry, even if the link names another server: RFC 8288. */
function nextOf({ repository, digest: subject }: ReferrersQuery, { ok, headers }: Reply): string | undefined {
  const link = ok ? /<([^<>]*)>\s*;\s*rel="?next"?/.exec(headers.get('link') ?? '')?.[1] : undefined
  const base = `https://registry/v2/${repository}/referrers/${subject}`
  const next = link === undefined ? null : URL.parse(link, base)
  // A path that starts with two slashes would be the address of another server.
  return next === null ? undefined : `/.${next.pathname}${next.search}`
}
