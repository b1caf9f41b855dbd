/** On average, as AWS counts in its own estimates. */
export const HOURS_A_MONTH = 730

/** List prices in US dollars, as they are stored: of all regions, and of one size of each family. */
export interface PriceTable {
  /** When AWS published the prices of instances, `2025-03-02`. */
  readonly date: string
  readonly source: string
  /** In the order of the prices of a family. */
  readonly regions: string
  /** A GiB of a gp3 volume for a month, by region. */
  readonly volumes: Readonly<Record<string, number>>
  /** A public IPv4 address for an hour, in any region. */
  readonly address: number
  /** By family: the sizes that exist, and the price of `large` for an hour in each region, `-` for none. Other sizes cost in proportion. */
  readonly families: Readonly<Record<string, { readonly sizes: string; readonly large: string }>>
}

/** List prices of one region, in US dollars: Linux on demand, without traffic. */
export interface PriceList {
  readonly region: string
  readonly date: string
  readonly source: string
  /** An hour of each instance type with a known price. */
  readonly instances: ReadonlyMap<string, number>
  /** A GiB of a gp3 volume for a month; `undefined` if it is not known. */
  readonly volumeGiB: number | undefined
  /** An hour of a public IPv4 address. */
  readonly address: number
}

const SMALL_SIZES: ReadonlyMap<string, number> = new Map(
  Object.entries({ nano: 1 / 16, micro: 1 / 8, small: 1 / 4, medium: 1 / 2, large: 1 }),
)

/** How many times the price of `large` a size costs; `undefined` for a size with a price of its own, such as `metal`. */
export function sizeFactor(size: string): number | undefined {
  const multiple = /^(\d*)xlarge$/.exec(size)
  return multiple ? 2 * Number(multiple[1] || 1) : SMALL_SIZES.get(size)
}

/** The prices of one region; none of another region stands in for a missing one. */
export function pricesIn(region: string, table: PriceTable): PriceList {
  const { date, source, address, volumes, families } = table
  const at = table.regions.split(' ').indexOf(region)
  const known = Object.entries(families).flatMap(([family, { sizes, large }]) => {
    const price = Number(large.split(' ')[at] ?? Number.NaN)
    return Number.isNaN(price)
      ? []
      : sizes.split(' ').map((size) => [`${family}.${size}`, price * (sizeFactor(size) ?? Number.NaN)] as const)
  })
  return { region, date, source, instances: new Map(known), volumeGiB: new Map(Object.entries(volumes)).get(region), address }
}
