import type { Context } from '../../context.ts'
import { destinationOf } from '../../domain/dns/destination.ts'
import { reachOf, reachWords } from '../../domain/dns/reach.ts'
import type { Host } from '../../domain/host/host.ts'
import { namesAt } from '../../domain/release/route.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'

/** Where a name leads now, in words. */
interface NamedReach {
  readonly name: string
  readonly words: string
}

/** Where the live release's names lead. Its record does not say which proxies may be in front of the hosts. */
export async function lookUpNames(ctx: Context, record: ReleaseRecord | undefined, hosts: readonly Host[]): Promise<readonly NamedReach[]> {
  const to = destinationOf(hosts)
  const names = record ? namesAt(record.route) : []
  return Promise.all(
    names.map(async (name) => {
      const found = await ctx.lookups.addresses(name)
      const words =
        found.kind === 'known' ? reachWords(reachOf(found.addresses, to, { proxied: false })) : `was not looked up: ${found.reason}`
      return { name, words }
    }),
  )
}
