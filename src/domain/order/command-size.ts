import { dockerParts, settings, specificationOf } from '../release/spec.ts'
import type { NamedSetting, Specification } from '../release/spec.ts'
import type { ReleaseDocument } from '../release/release-document.ts'
import { LIMIT, packedLength } from './host-command.ts'
import type { HostOrder } from './order.ts'

/** The rest of an order's command: the lines that start Python, and a quote and a comma for each line. */
export const AROUND = 4_500

/** Size of a command over SSM's limit in bytes, and the largest parts first: how many bytes the command would save without each. */
export interface TooLarge {
  readonly bytes: number
  readonly limit: number
  readonly largest: readonly { readonly name: string; readonly bytes: number }[]
}

/** Size of a command with this order, in bytes. `order` can contain placeholders for unknown parts, such as a digest. */
export function commandSize(order: HostOrder): number {
  return AROUND + packedLength(order)
}

/** How many parts a message names. */
const MOST = 5

/** The problem of an order that is too large to send; `undefined` if it is not. */
export function tooLarge(order: HostOrder): TooLarge | undefined {
  const bytes = commandSize(order)
  if (bytes <= LIMIT) return undefined
  const largest = parts(order).map(({ name, without }) => ({ name, bytes: bytes - commandSize(without) }))
  return { bytes, limit: LIMIT, largest: largest.toSorted((one, other) => other.bytes - one.bytes).slice(0, MOST) }
}

interface Part {
  readonly name: string
  /** The order without this part. */
  readonly without: HostOrder
}

type Releasing = HostOrder & { readonly release: ReleaseDocument }

/** Parts that a user can shorten, by the names of the inputs. */
function parts(order: HostOrder): Part[] {
  if (!isReleasing(order)) return []
  const { release } = order
  const withSpec = (name: string, spec: Specification): Part => ({
    name,
    without: { ...order, release: { ...release, spec, docker: dockerParts(spec) } } as HostOrder,
  })
  return settings().flatMap(([name, { told }]) =>
    told === 'names'
      ? lessEach(release.spec[name as NamedSetting]).map(([entry, less]) => withSpec(`${name} ${entry}`, { ...release.spec, [name]: less }))
      : withSpec(name, specificationOf(without(release.spec, name))),
  )
}

/** Each entry's name, with the map without it. */
function lessEach(map: Readonly<Record<string, string>>): (readonly [string, Readonly<Record<string, string>>])[] {
  return Object.keys(map).map((name) => [name, without(map, name)])
}

function without<T>(map: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> {
  const { [name]: _, ...others } = map
  return others
}

function isReleasing(order: HostOrder): order is Releasing {
  return 'release' in order && typeof order.release === 'object' && order.release !== null && 'spec' in order.release
}
