import type { Context } from '../../context.ts'
import { issuerOf, refuseUnauthorized } from '../../domain/dns/authority.ts'
import type { Destination } from '../../domain/dns/name-step.ts'
import { reachOf, reachWords, recordToMake } from '../../domain/dns/reach.ts'
import type { Reach } from '../../domain/dns/reach.ts'
import { isServedAlike, namesOf } from '../../domain/dns/wanted-names.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { Specification } from '../../domain/release/spec.ts'
import { DeployError, assertNotRefused } from '../../errors.ts'
import { pollUntil } from '../../ports/poll-until.ts'
import type { Look } from '../../ports/poll-until.ts'

const EVERY_MS = 5000

/**
 * Before requesting certificates for names that are new, or served otherwise than before: waits until each name leads to the hosts, and
 * checks that the authority is allowed to issue certificates for it. Authorities limit failed requests.
 */
export async function awaitNames(ctx: Context, spec: Specification, to: Destination, record: ReleaseRecord | undefined): Promise<void> {
  if (isServedAlike(record, spec)) return
  if (spec.tls !== 'acme') return tellNames(ctx, spec, to)
  if (ctx.config.dnsTimeout === 0) return
  const { names, proxied } = namesOf(spec)
  await ctx.progress.step('Check that the names resolve', async () => {
    for (const name of names) {
      await assertAuthorized(ctx, name, spec['acme-directory'])
      if (spec['acme-challenge'] === 'http') await awaitName(ctx, { name, to, proxied })
    }
    if (spec['acme-challenge'] === 'dns') await tellNames(ctx, spec, to)
  })
}

/** If only visitors need the names, the run does not wait for them, but reports missing records. */
async function tellNames(ctx: Context, spec: Specification, to: Destination): Promise<void> {
  const { names, proxied } = namesOf(spec)
  const found = await Promise.all(names.map((name) => ctx.lookups.addresses(name)))
  for (const [at, name] of names.entries()) {
    const lookup = found[at]
    const reach = lookup?.kind === 'known' ? reachOf(lookup.addresses, to, { proxied }) : undefined
    if (reach && isAway(reach)) ctx.progress.info(missingWords(name, reachWords(reach), to))
  }
}

function missingWords(name: string, words: string, to: Destination): string {
  return `${name} ${words}. If its DNS is not in Route 53, create this record: ${recordToMake(name, to)}`
}

async function assertAuthorized({ lookups }: Context, name: string, directory: string): Promise<void> {
  const issuer = issuerOf(directory)
  if (issuer === undefined) return
  assertNotRefused(refuseUnauthorized(name, await lookups.caaRecords(name), issuer))
}

interface Awaited {
  readonly name: string
  readonly to: Destination
  readonly proxied: boolean
}

async function awaitName(ctx: Context, awaited: Awaited): Promise<void> {
  const { name, to } = awaited
  const record = recordToMake(name, to)
  let told = false
  await pollUntil<void>({
    clock: ctx.clock,
    look: () => lookAt(ctx, awaited),
    limit: ctx.config.dnsTimeout * 1000,
    every: EVERY_MS,
    onWait: (found, since) => {
      if (!told) ctx.progress.info(missingWords(name, found, to))
      told = true
      ctx.progress.waiting(`${name} to resolve to ${to.addresses.join(', ')}`, since)
    },
    onLimit: (found) => {
      throw new DeployError('names-elsewhere', `${name} ${found}, so no certificate was requested`, {
        hint: `Create this record wherever the DNS of ${name} is: ${record}. If the name resolves to a balancer or CDN, name that in trusted-proxies. Then run this again, or raise dns-timeout.`,
      })
    },
  })
}

async function lookAt(ctx: Context, { name, to, proxied }: Awaited): Promise<Look<void>> {
  const found = await ctx.lookups.addresses(name)
  if (found.kind === 'unknown') {
    ctx.progress.info(`This runner cannot look up ${name}, so the run does not wait for it: ${found.reason}`)
    return { ended: undefined }
  }
  const reach = reachOf(found.addresses, to, { proxied })
  if (isAway(reach)) return { waiting: reachWords(reach) }
  ctx.progress.info(`${name} ${reachWords(reach)}`)
  return { ended: undefined }
}

function isAway({ kind }: Reach): boolean {
  return kind === 'nowhere' || kind === 'elsewhere'
}
