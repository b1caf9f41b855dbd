/**
 * Rough list prices of us-east-1, for an order of magnitude: US dollars an hour for the size `large`, Linux on demand. The other sizes of a family
 * cost in proportion. https://aws.amazon.com/ec2/pricing/on-demand/, as of June 2026
 */
const LARGE: Readonly<Record<string, number>> = {
  t2: 0.0928,
  t3: 0.0832,
  t3a: 0.0752,
  t4g: 0.0672,
  m5: 0.096,
  m5a: 0.086,
  m6a: 0.0864,
  m6g: 0.077,
  m6i: 0.096,
  m7g: 0.0816,
  m7i: 0.1008,
  'm7i-flex': 0.09576,
  c5: 0.085,
  c5a: 0.077,
  c6a: 0.0765,
  c6g: 0.068,
  c6i: 0.085,
  c7g: 0.0725,
  c7i: 0.08925,
  r5: 0.126,
  r6a: 0.1134,
  r6g: 0.1008,
  r6i: 0.126,
  r7g: 0.1071,
  r7i: 0.1323,
}

const SMALL_SIZES: Readonly<Record<string, number>> = { nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2, large: 1 }
const HOURS = 730
const GP3_GIB = 0.08

/** A public IPv4 address, $0.005 an hour. https://aws.amazon.com/vpc/pricing/ */
export const ADDRESS_MONTH = 3.65

/** US dollars a month; `undefined` for a type that is not in the table. */
export function instanceMonth(instanceType: string): number | undefined {
  const [family = '', size = ''] = instanceType.split('.')
  const hour = Object.hasOwn(LARGE, family) ? LARGE[family] : undefined
  const factor = sizeFactor(size)
  return hour === undefined || factor === undefined ? undefined : hour * factor * HOURS
}

function sizeFactor(size: string): number | undefined {
  const multiple = /^(\d*)xlarge$/.exec(size)
  if (multiple) return 2 * Number(multiple[1] || 1)
  return Object.hasOwn(SMALL_SIZES, size) ? SMALL_SIZES[size] : undefined
}

/** US dollars a month for a gp3 volume without extra throughput. https://aws.amazon.com/ebs/pricing/ */
export function volumeMonth(gib: number): number {
  return gib * GP3_GIB
}
