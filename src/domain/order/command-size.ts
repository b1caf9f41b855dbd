import { dockerParts, SETTINGS, specificationOf } from '../release/spec.ts'
import type { NamedSetting, Specification } from '../release/spec.ts'
import type { ReleaseDocument } from '../release/release-document.ts'
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

type Releasing = HostOrder & { readonly release: ReleaseDocument }

/** What a user can make shorter, by the names of the inputs. */
function parts(order: HostOrder): Part[] {
  if (!isReleasing(order)) return []
  const { release } = order
  const withSpec = (name: string, spec: Specification): Part => ({
    name,
    without: { ...order, release: { ...release, spec, docker: dockerParts(spec) } } as HostOrder,
  })
  return SETTINGS.flatMap(([name, { told }]) =>
    told === 'names'
      ? lessEach(release.spec[name as NamedSetting]).map(([entry, less]) => withSpec(`${name} ${entry}`, { ...release.spec, [name]: less }))
      : withSpec(name, specificationOf({ ...release.spec, [name]: undefined })),
  )
}

/** For each entry its name, and the map without it. */
function lessEach(map: Readonly<Record<string, string>>): (readonly [string, Readonly<Record<string, string>>])[] {
  return Object.keys(map).map((name) => {
    const { [name]: _, ...others } = map
    return [name, others]
  })
}

function isReleasing(order: HostOrder): order is Releasing {
  return 'release' in order && typeof order.release === 'object' && order.release !== null && 'spec' in order.release
}
