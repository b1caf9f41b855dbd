import { LIMIT, packedOrder } from './host-command.ts'
import type { HostOrder } from './order.ts'

/** What stands around an order in its command: the lines that start Python, and a quote and a comma for each line. */
export const AROUND = 4_500

/** Bytes of a command that SSM would refuse, and what takes the room, most of it first: how many bytes fewer it would be without. */
export interface TooLarge {
  readonly bytes: number
  readonly limit: number
  readonly largest: readonly { readonly name: string; readonly bytes: number }[]
}

/** How many bytes a command with this order takes. `order` may have a stand-in for what is not known yet, such as a digest. */
export function commandSize(order: HostOrder): number {
  return AROUND + packedOrder(order).length
}

/** What is wrong with an order that is too large to be sent, and nothing about one that is not. */
export function tooLarge(order: HostOrder, most = 5): TooLarge | undefined {
  const bytes = commandSize(order)
  if (bytes <= LIMIT) return undefined
  const largest = parts(order).map(({ name, without }) => ({ name, bytes: bytes - commandSize(without) }))
  return { bytes, limit: LIMIT, largest: largest.toSorted((one, other) => other.bytes - one.bytes).slice(0, most) }
}

interface Part {
  readonly name: string
  /** The order, but for this part. */
  readonly without: HostOrder
}

interface Process {
  readonly name: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  readonly volumes: readonly string[]
  readonly options: Readonly<Record<string, unknown>>
}

type Releasing = HostOrder & { readonly release: { readonly processes: readonly Process[] } }

/** What a user can make shorter, by the names of the inputs. */
function parts(order: HostOrder): Part[] {
  if (!isReleasing(order)) return []
  return order.release.processes.flatMap((one, at) =>
    settings(one).map(([name, changed]) => {
      const processes = order.release.processes.with(at, changed)
      return { name: at === 0 ? name : `${name} of ${one.name}`, without: { ...order, release: { ...order.release, processes } } }
    }),
  )
}

function isReleasing(order: HostOrder): order is Releasing {
  return 'release' in order && typeof order.release === 'object' && order.release !== null && 'processes' in order.release
}

function settings(one: Process): (readonly [string, Process])[] {
  const variables = Object.keys(one.env).map((name) => {
    const { [name]: _, ...env } = one.env
    return [`env ${name}`, { ...one, env }] as const
  })
  const options = Object.keys(one.options).map((name) => {
    const { [name]: _, ...others } = one.options
    return [name, { ...one, options: others }] as const
  })
  return [
    ...variables,
    ['args', { ...one, args: [] }],
    ['secrets', { ...one, secrets: {} }],
    ['volumes', { ...one, volumes: [] }],
    ...options,
  ]
}
