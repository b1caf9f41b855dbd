import { placeOf } from '../../../src/domain/release/route.ts'
import type { HostOrder } from '../../../src/domain/order/order.ts'
import type { DeployOrder } from '../../../src/domain/order/deploy-order.ts'
import { aSpec, DIGEST } from '../samples.ts'
import { keeping } from '../world.ts'

interface Kept {
  readonly name: string
  readonly commit: string
  readonly digest: string
}

/** A host's state of one service, as in host/store.py and host/decide.py. */
export interface ModelHost {
  readonly id: string
  token: number
  live: Kept | undefined
  /** Verified releases, oldest first. */
  verified: readonly Kept[]
  left: ReadonlySet<string>
  readonly results: Map<string, object>
  /** Whose orders took effect, one after the other. */
  readonly owners: string[]
}

export function aModelHost(id: string, ...verified: readonly Kept[]): ModelHost {
  return { id, token: 0, live: verified.at(-1), verified, left: new Set(), results: new Map(), owners: [] }
}

/** Carries out an order as the host program does. `fencing`: it refuses orders of an earlier holder of the lease. */
export function carryOut(host: ModelHost, order: HostOrder, fencing: boolean): object {
  if (order.verb === 'status') return JSON.parse(keeping([]).stdout ?? '{}') as object
  if (fencing && order.token < host.token) return failed('lease-lost', 'one with a higher token was here before')
  host.token = Math.max(host.token, order.token)
  const earlier = host.results.get(order.id)
  if (earlier !== undefined) return earlier
  const before = host.live?.name
  const result = changed(host, order)
  if (host.live?.name !== before || order.verb === 'restart') host.owners.push(order.runUrl)
  host.results.set(order.id, result)
  return result
}

function changed(host: ModelHost, order: HostOrder): object {
  const { base } = order as unknown as DeployOrder
  const { live } = host
  const known = base.includes('*') || live === undefined || base.includes(live.name)
  if (order.verb === 'deploy') return deployed(host, (order as DeployOrder).release, known)
  if (!known) return failed('concurrent-release', `${live?.name} ${live?.commit}`)
  return order.verb === 'rollback'
    ? rolledBack(host, (order as unknown as { readonly release: string }).release)
    : told('restarted', host, live?.name)
}

function deployed(host: ModelHost, { name, commit, digest }: Kept, known: boolean): object {
  const { live } = host
  if (live?.name === name) return told('unchanged', host, live.name)
  if (!known) return failed('concurrent-release', `${live?.name} ${live?.commit}`)
  host.live = { name, commit, digest }
  host.verified = [...host.verified.filter((one) => one.name !== name), host.live]
  host.left = new Set([...host.left].filter((one) => one !== name))
  return told('deployed', host, live?.name)
}

function rolledBack(host: ModelHost, asked: string): object {
  const { live, verified, left } = host
  const earlier = verified
    .slice(
      0,
      verified.findIndex(({ name }) => name === live?.name),
    )
    .filter(({ name }) => !left.has(name))
  const target = asked === '' ? earlier.at(-1) : verified.find(({ name }) => name === asked)
  if (target === undefined) return failed('release-not-found', 'no release was verified before the live one')
  if (live !== undefined && live.name !== target.name) host.left = new Set([...left, live.name])
  host.live = target
  return told(live?.name === target.name ? 'unchanged' : 'rolled-back', host, live?.name)
}

function told(outcome: string, { live }: ModelHost, previous = ''): object {
  if (live === undefined) return failed('release-not-found', 'nothing serves')
  const { name, commit, digest } = live
  const image = `registry.example/web@${digest}`
  const document = { name, digest, commit, image, login: 'registry.example', route: placeOf(aSpec()), migration: false }
  return { outcome, previous, serving: digest, servingRelease: name, document }
}

function failed(cause: string, detail: string): object {
  return { outcome: 'failed', cause, detail, serving: DIGEST }
}
