import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { largeOf, moduleOf, tableOf, TARGET } from '../../scripts/prices.ts'
import { PRICE_TABLE } from '../../src/adapters/prices/price-table.ts'
import { pricesIn, sizeFactor } from '../../src/domain/cost/price-list.ts'
import { fc } from '../fakes/properties.ts'

const ABOUT = { date: '2026-01-02', source: 'a test' }

describe('the table of prices', () => {
  it('is as the script writes it, with date and source', () => {
    expect(readFileSync(TARGET, 'utf8')).toBe(moduleOf(PRICE_TABLE))
    expect(PRICE_TABLE.date).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(PRICE_TABLE.source).toContain('AWS')
  })

  it('has a price or none for each family in each region', () => {
    const regions = PRICE_TABLE.regions.split(' ')
    expect(regions).toEqual([...new Set(regions)].toSorted())
    for (const [family, { sizes, large }] of Object.entries(PRICE_TABLE.families)) {
      expect([family, large.split(' ').length]).toEqual([family, regions.length])
      expect(large).toMatch(/^((\d+\.\d+|-) )*(\d+\.\d+|-)$/)
      expect(sizes.split(' ').filter((size) => sizeFactor(size) === undefined)).toEqual([])
    }
    expect(Object.keys(PRICE_TABLE.volumes).filter((region) => !regions.includes(region))).toEqual([])
  })

  it('is small enough to come with the action', () => {
    expect(readFileSync(TARGET).length).toBeLessThan(25_000)
  })

  // As AWS lists them: https://aws.amazon.com/ec2/pricing/on-demand/
  it.each([
    ['us-east-1', 't3.nano', 0.0052],
    ['us-east-1', 't3.small', 0.0208],
    ['us-east-1', 't4g.medium', 0.0336],
    ['us-east-1', 'm7i-flex.large', 0.09576],
    ['us-east-1', 'c7g.xlarge', 0.145],
    ['us-east-1', 'r7i.2xlarge', 0.5292],
    ['us-east-1', 'm6g.16xlarge', 2.464],
    ['us-east-1', 'c5.9xlarge', 1.53],
    ['us-east-1', 'c7a.medium', 0.05132],
    ['eu-central-1', 't3.small', 0.024],
    ['eu-central-1', 'm5.large', 0.115],
    ['eu-west-1', 't3a.small', 0.0204],
    ['ap-south-1', 't4g.large', 0.0448],
    ['sa-east-1', 't3.small', 0.0336],
    ['us-gov-west-1', 'm5.large', 0.121],
  ])('in %s, %s costs $%d an hour', (region, type, hour) => {
    expect(pricesIn(region, PRICE_TABLE).instances.get(type)).toBeCloseTo(hour, 4)
  })

  it.each(['x9.large', 't3.metal', 't3', 'constructor.large', 't3.toString', 'p5.48xlarge'])('has no price for %s', (type) => {
    expect(pricesIn('us-east-1', PRICE_TABLE).instances.has(type)).toBe(false)
  })

  it.each(['mars-north-1', '', 'constructor'])('knows nothing of the region %j', (region) => {
    const { instances, volumeGiB } = pricesIn(region, PRICE_TABLE)
    expect([instances.size, volumeGiB]).toEqual([0, undefined])
  })
})

describe('the script', () => {
  const row = (prices: Readonly<Record<string, number>>) => new Map(Object.entries(prices))

  it.each<[string, Record<string, number>, number | undefined]>([
    ['sizes that agree', { micro: 0.0104, large: 0.0832, xlarge: 0.1664 }, 0.0832],
    ['sizes that agree, without large', { nano: 0.0057, micro: 0.0114, small: 0.0228 }, 0.0912],
    ['dedicated instances among them', { large: 0.096, xlarge: 0.2112, '2xlarge': 0.4224 }, 0.096],
    ['mostly dedicated instances', { large: 0.1364, xlarge: 0.2728, '2xlarge': 0.496, '4xlarge': 0.992 }, 0.124],
    ['sizes that have nothing in common', { large: 0.1, xlarge: 0.3 }, undefined],
    ['one size, which nothing confirms', { large: 0.1 }, undefined],
    ['none', {}, undefined],
  ])('takes %s', (_, prices, large) => {
    expect(largeOf(row(prices))).toEqual(large)
  })

  it('finds the price that all sizes are multiples of, however it is rounded', () => {
    const sizes = fc.uniqueArray(fc.constantFrom('nano', 'micro', 'small', 'medium', 'large', 'xlarge', '2xlarge', '8xlarge', '24xlarge'), {
      minLength: 2,
    })
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 5000 }), sizes, (tenThousandths, of) => {
        const large = tenThousandths / 10_000
        const prices = of.map((size): [string, number] => [size, Number((large * (sizeFactor(size) ?? 0)).toFixed(4))])
        const found = largeOf(new Map(prices)) ?? 0
        // What the largest of the sizes can show, of which each has four decimals.
        expect(Math.abs(found - large)).toBeLessThanOrEqual(0.00006 / Math.min(1, Math.max(...of.map((size) => sizeFactor(size) ?? 0))))
      }),
    )
  })

  it('leaves out what is no region, has no price, or does not scale', () => {
    const hourly = {
      't3.small': { 'us-east-1': 0.0208, 'eu-west-1': 0, 'us-west-2-lax-1': 0.025 },
      't3.large': { 'us-east-1': 0.0832, 'eu-west-1': 0.0912, 'us-west-2-lax-1': 0.1 },
      't3.metal': { 'us-east-1': 5 },
      'p5.48xlarge': { 'us-east-1': 98 },
      t3: {},
    }
    const table = tableOf(hourly, ABOUT)
    expect(table).toMatchObject({ ...ABOUT, regions: 'eu-west-1 us-east-1', families: { t3: { sizes: 'small large', large: '- 0.0832' } } })
    expect(() => tableOf({}, ABOUT)).toThrow('no prices')
  })
})
