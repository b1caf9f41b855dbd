import { HOURS_A_MONTH } from './price-list.ts'
import type { PriceList } from './price-list.ts'

/** An instance type that can replace another one. */
export interface CheaperChoice {
  readonly instanceType: string
  readonly insteadOf: string
  /** US dollars that it saves for one host in a month. */
  readonly saves: number
}

/**
 * `c6a.large`: class, generation, processor. Types with further letters (local disks, more network) or of `flex` families are left out: whoever chose
 * one needs what sets it apart.
 * https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
const TYPE = /^(?<kind>[tcmr])(?<generation>\d)(?<processor>[aig]?)\.(?<size>\w+)$/

interface Shape {
  readonly kind: string
  readonly generation: number
  readonly arm: boolean
  readonly size: string
}

function shapeOf(instanceType: string): Shape | undefined {
  const { kind = '', generation = '', processor = '', size = '' } = TYPE.exec(instanceType)?.groups ?? {}
  return kind === '' ? undefined : { kind, generation: Number(generation), arm: processor === 'g', size }
}

/**
 * The cheapest type of the same class, size and architecture, and of no older generation: it has the same memory and at least as many virtual CPUs,
 * and the image runs on it. `share`: which part of the time the host runs.
 */
export function cheaperChoice(instanceType: string, { instances }: PriceList, share: number): CheaperChoice | undefined {
  const [now, hour] = [shapeOf(instanceType), instances.get(instanceType)]
  if (now === undefined || hour === undefined) return undefined
  const [best] = [...instances]
    .filter(([other, price]) => price < hour && isAsLarge(shapeOf(other), now))
    .toSorted(([a, price], [b, other]) => price - other || b.localeCompare(a))
  return best && { instanceType: best[0], insteadOf: instanceType, saves: (hour - best[1]) * HOURS_A_MONTH * share }
}

function isAsLarge(other: Shape | undefined, now: Shape): boolean {
  return (
    other !== undefined && other.kind === now.kind && other.size === now.size && other.arm === now.arm && other.generation >= now.generation
  )
}
