import { Resolver } from 'node:dns/promises'
import type { CaaRecord as CaaAnswer } from 'node:dns'
import type { CaaRecord } from '../../domain/dns/authority.ts'
import type { Lookup, Lookups } from '../../ports/dns/lookups.ts'

/** Answers that mean "no such record", as opposed to "no answer". */
const NOTHING = ['ENOTFOUND', 'ENODATA']
/** Limit, because CNAMEs can point to each other. */
const CNAMES = 8
const PATIENCE = { timeout: 2000, tries: 2 }

interface LookupSpec {
  /** Addresses of the DNS servers to start with, `host` or `host:port`; default: those of this machine. */
  readonly servers?: readonly string[]
  /** How long a server is waited for, in milliseconds, and how often it is asked. */
  readonly patience?: typeof PATIENCE
}

/** The servers to start with, and how others are asked. */
interface Asking {
  readonly usual: Resolver
  readonly at: (servers: readonly string[]) => Resolver
}

export function dnsLookups({ servers, patience = PATIENCE }: LookupSpec = {}): Lookups {
  const at = (them: readonly string[] | undefined): Resolver => {
    const resolver = new Resolver(patience)
    if (them !== undefined) resolver.setServers([...them])
    return resolver
  }
  const asking = { usual: at(servers), at }
  return {
    addresses: (name) => addresses(asking, name),
    caaRecords: (name) => caaRecords(asking.usual, name),
  }
}

async function addresses(asking: Asking, name: string, cnames = CNAMES): Promise<Lookup> {
  try {
    const own = await closest(asking, name)
    const [v4, v6, [target]] = await Promise.all([
      unlessNothing(own.resolve4(name)),
      unlessNothing(own.resolve6(name)),
      unlessNothing(own.resolveCname(name)),
    ])
    const found = [...v4, ...v6]
    return found.length > 0 || target === undefined || cnames === 0
      ? { kind: 'known', addresses: found }
      : await addresses(asking, target, cnames - 1)
  } catch (error) {
    return { kind: 'unknown', reason: codeOf(error) || String(error) }
  }
}

/** The name's own servers, which know a new record at once. Others may cache for a while that there was none. */
async function closest(asking: Asking, name: string): Promise<Resolver> {
  const { usual } = asking
  for (const above of namesAbove(name)) {
    const servers = await unlessNothing(usual.resolveNs(above))
    if (servers.length > 0) return (await authoritative(asking, servers, above)) ?? usual
  }
  return usual
}

/** None if a firewall allows this machine only its own resolver. */
async function authoritative({ usual, at }: Asking, servers: readonly string[], zone: string): Promise<Resolver | undefined> {
  const found = await Promise.all(servers.slice(0, 4).map((server) => unlessNothing(usual.resolve4(server))))
  const all = found.flat()
  if (all.length === 0) return undefined
  const resolver = at([...new Set(all)])
  const answers = await resolver.resolveSoa(zone).then(
    () => true,
    () => false,
  )
  return answers ? resolver : undefined
}

async function caaRecords(usual: Resolver, name: string): Promise<readonly CaaRecord[]> {
  for (const above of namesAbove(name.replace(/^\*\./, ''))) {
    const answers = await usual.resolveCaa(above).catch((): CaaAnswer[] => [])
    const found = answers.flatMap(recordsIn)
    if (found.length > 0) return found
  }
  return []
}

/** Each has its tag as a property beside `critical` and, from Node 24 on, `type`. */
function recordsIn(answer: CaaAnswer): readonly CaaRecord[] {
  const tags = Object.entries(answer).filter(([tag]) => tag !== 'critical' && tag !== 'type')
  return tags.map(([tag, value]) => ({ tag, value: String(value) }))
}

/** The name and each of its parent domains: RFC 8659, section 3. */
function namesAbove(name: string): readonly string[] {
  const labels = name.split('.')
  return labels.map((_, at) => labels.slice(at).join('.'))
}

async function unlessNothing<T>(answer: Promise<readonly T[]>): Promise<readonly T[]> {
  try {
    return await answer
  } catch (error) {
    if (NOTHING.includes(codeOf(error))) return []
    throw error
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}
