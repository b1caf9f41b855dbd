import { describe, expect, it, test } from '@jest/globals'
import { PRICE_TABLE } from '../../../src/adapters/prices/price-table.ts'
import { cheaperChoice } from '../../../src/domain/cost/cheaper.ts'
import { refuseCost } from '../../../src/domain/cost/limit.ts'
import { billedHost, idleAfter, monthlyCost, plannedHosts } from '../../../src/domain/cost/month.ts'
import { parseSchedule } from '../../../src/domain/schedule/schedule.ts'
import type { Schedule } from '../../../src/domain/schedule/schedule.ts'
import { pricesIn } from '../../../src/domain/cost/price-list.ts'
import { costJson, costRows } from '../../../src/report/rows/cost-words.ts'
import type { HostPlan } from '../../../src/domain/host/host-plan.ts'
import { aHost, aHostSpec, SERVICE } from '../../fakes/samples.ts'

const HERE = pricesIn('us-east-1', PRICE_TABLE)
const NEW: HostPlan = { kind: 'launch' }
const OTHER = { name: 'api', environment: 'production' }
const there = (changes: Parameters<typeof aHost>[0] = {}) => aHost({ volumeGiB: 16, ...changes })

function after(plans: readonly HostPlan[], spec = aHostSpec(), prices = HERE, schedule?: Schedule) {
  return monthlyCost(plannedHosts(plans, spec), { prices, idleAddresses: 0, schedule })
}

describe('the month after a deploy', () => {
  it('has each resource once, with its count', () => {
    const cost = after([{ kind: 'reuse', host: there() }, NEW, NEW], aHostSpec({ volumeGiB: 30 }))
    expect(cost.lines.map(({ what, count }) => `${count} ${what}`)).toEqual([
      '3 instance t3.small',
      '1 gp3 volume of 16 GiB',
      '3 public IPv4 address',
      '2 gp3 volume of 30 GiB',
    ])
    expect(cost.total).toBeCloseTo(3 * 0.0208 * 730 + 76 * 0.08 + 3 * 3.65)
  })

  it('counts the new host instead of the replaced one', () => {
    const plan: HostPlan = { kind: 'replace', host: there({ instanceType: 'm5.24xlarge' }), next: undefined, because: 'renew' }
    expect(after([plan]).total).toBeCloseTo(20.11, 1)
  })

  it('counts a stopped host that it starts as running', () => {
    expect(after([{ kind: 'start', host: there({ state: 'stopped' }) }]).lines[0]).toMatchObject({ what: 'instance t3.small' })
  })

  it('leaves the host of another service to that one', () => {
    const cost = after([{ kind: 'reuse', host: there({ madeFor: OTHER }) }])
    expect([cost.total, cost.lines, cost.elsewhere]).toEqual([0, [], ['api (production)']])
    expect(costRows(cost)).toEqual([['Cost', 'nothing: the host of api (production) counts there']])
  })

  it('counts a host that nobody made, such as one of instance-id', () => {
    expect(after([{ kind: 'reuse', host: there({ madeFor: undefined }) }]).total).toBeCloseTo(20.11, 1)
  })

  it.each<[string, string[], HostPlan[], boolean, number]>([
    ['takes an idle address for a new host', ['198.51.100.1'], [NEW], true, 0],
    ['leaves the others idle', ['198.51.100.1', '198.51.100.2'], [NEW], true, 1],
    ['keeps the address of its host', ['203.0.113.7'], [{ kind: 'reuse', host: there({ publicIp: '203.0.113.7' }) }], true, 0],
    ['leaves it idle if the new host is to have none', ['198.51.100.1'], [NEW], false, 1],
  ])('%s', (_, addresses, plans, elasticIp, idle) => {
    expect(idleAfter(addresses, plans, aHostSpec({ elasticIp }))).toBe(idle)
  })
})

describe('the month as it is', () => {
  it('has no instance and no borrowed address while the host is stopped', () => {
    const stopped = billedHost(there({ state: 'stopped', elasticIp: false, publicIp: undefined }), SERVICE)
    expect(monthlyCost([stopped], { prices: HERE, idleAddresses: 0, schedule: undefined }).total).toBeCloseTo(1.28)
    const kept = billedHost(there({ state: 'stopped', elasticIp: true }), SERVICE)
    expect(monthlyCost([kept], { prices: HERE, idleAddresses: 1, schedule: undefined }).total).toBeCloseTo(1.28 + 2 * 3.65)
  })
})

describe('the month with a schedule', () => {
  const schedule = parseSchedule('weekdays 8-19 Europe/Berlin')

  it('has the hours of the instance, and of an address that AWS only lends', () => {
    const borrowed = after([NEW], aHostSpec({ elasticIp: false }), HERE, schedule)
    expect(borrowed.lines.map(({ what }) => what)).toEqual([
      'instance t3.small for 55 hours a week',
      'gp3 volume of 16 GiB',
      'public IPv4 address for 55 hours a week',
    ])
    expect(borrowed.total).toBeCloseTo(((15.184 + 3.65) * 55) / 168 + 1.28)
    expect(after([NEW], aHostSpec(), HERE, schedule).total).toBeCloseTo((15.184 * 55) / 168 + 1.28 + 3.65)
    expect(borrowed.cheaper?.saves).toBeCloseTo((1.46 * 55) / 168)
  })

  it('is the same while the host is stopped', () => {
    const stopped = billedHost(there({ state: 'stopped' }), SERVICE)
    const running = billedHost(there(), SERVICE)
    const billing = { prices: HERE, idleAddresses: 0, schedule }
    expect(monthlyCost([stopped], billing)).toEqual(monthlyCost([running], billing))
  })
})

describe('a price that is not known', () => {
  it.each([
    ['a type', 'z9.large', 'us-east-1', ['no price is known for z9.large in us-east-1']],
    [
      'a region',
      't3.small',
      'mars-north-1',
      ['no price is known for t3.small in mars-north-1', 'no price is known for a gp3 volume in mars-north-1'],
    ],
    ['a volume in a region', 't3.small', 'eu-south-2', ['no price is known for a gp3 volume in eu-south-2']],
  ])('is said: %s', (_, instanceType, region, unknown) => {
    const cost = after([NEW], aHostSpec({ instanceType }), pricesIn(region, PRICE_TABLE))
    expect(cost.unknown).toEqual(unknown)
    expect(costRows(cost)[0]?.[1]).toMatch(/^at least \$.* a month, because no price is known for /)
    expect(costJson(cost).monthlyUsd).toBeNull()
    expect(refuseCost(cost, 1_000_000)?.reason).toContain(`max-monthly-cost is $1000000, but ${unknown.join(', and ')}`)
  })

  it('is that of a volume whose size EC2 does not report', () => {
    expect(after([{ kind: 'reuse', host: there({ volumeGiB: undefined }) }]).unknown).toEqual([
      'EC2 does not report the size of a root volume',
    ])
  })
})

describe('max-monthly-cost', () => {
  it.each([
    [20.12, undefined],
    [20.11, undefined],
    [20.1, 'the hosts would cost about $20.11 a month by list prices of 2025-03-02, more than max-monthly-cost: 20.1'],
    [1, 'the hosts would cost about $20.11 a month by list prices of 2025-03-02, more than max-monthly-cost: 1'],
  ])('of $%d', (limit, reason) => {
    // Exactly, it is a part of a cent more than what is shown.
    expect(refuseCost(after([NEW]), limit)?.reason).toBe(reason)
  })

  it('names a cheaper type, if there is one', () => {
    expect(refuseCost(after([NEW]), 10)?.hint).toMatch(/^instance-type: t3a.small saves about \$1\.46 for each host\. /)
    expect(refuseCost(after([NEW], aHostSpec({ instanceType: 't3a.small' })), 10)?.hint).toMatch(/^Choose a smaller instance-type/)
  })
})

test.each([
  ['t3.small', 't3a.small'],
  ['t2.small', 't3a.small'],
  ['t3a.small', undefined],
  ['t4g.small', undefined],
  ['m5.large', 'm5a.large'],
  ['m6i.xlarge', 'm6a.xlarge'],
  ['c5.large', 'c6a.large'],
  ['m7g.large', undefined],
  // The local disk of m5d is what it is for.
  ['m5d.large', undefined],
  ['m7i-flex.large', undefined],
  ['z9.large', undefined],
  ['metal', undefined],
])('instead of %s: %s', (instanceType, expected) => {
  expect(cheaperChoice(instanceType, HERE, 1)?.instanceType).toBe(expected)
})

test('a cheaper choice is never of another architecture, size or class, nor older', () => {
  for (const type of HERE.instances.keys()) {
    const choice = cheaperChoice(type, HERE, 1)
    if (choice === undefined) continue
    expect(choice.saves).toBeGreaterThan(0)
    const [, kind, age, letters, size] = /^([a-z])(\d)([a-z]*)\.(\w+)$/.exec(type) ?? []
    const [, otherKind, otherAge, otherLetters, otherSize] = /^([a-z])(\d)([a-z]*)\.(\w+)$/.exec(choice.instanceType) ?? []
    expect([type, otherKind, otherSize, otherLetters === 'g']).toEqual([type, kind, size, letters === 'g'])
    expect(Number(otherAge)).toBeGreaterThanOrEqual(Number(age))
  }
})

test.each([
  ['a host that the action launched for the service takes it', { madeFor: SERVICE }, 0],
  ['any other host keeps the address that it has', { madeFor: undefined }, 1],
])('an idle Elastic IP: %s', (_, { madeFor }, idle) => {
  const host = there({ madeFor, elasticIp: false, publicIp: '198.51.100.1' })
  expect(idleAfter(['203.0.113.9'], [{ kind: 'reuse', host }], aHostSpec({ elasticIp: true }))).toBe(idle)
})
