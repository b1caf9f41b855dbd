import { describe, expect, test } from '@jest/globals'
import { batchFor, zonesOfNames } from '../../../src/domain/dns/batch.ts'
import type { ZoneStep } from '../../../src/domain/dns/batch.ts'
import { markerSet, markersIn } from '../../../src/domain/dns/marker.ts'
import type { Owner } from '../../../src/domain/dns/marker.ts'
import { planZone } from '../../../src/domain/dns/plan-zone.ts'
import type { ZoneGoal } from '../../../src/domain/dns/plan-zone.ts'
import { stepWords } from '../../../src/domain/dns/step-words.ts'
import type { RecordSet } from '../../../src/domain/dns/record-set.ts'
import { SERVICE } from '../../fakes/samples.ts'
import { anA, ZONE } from '../../fakes/zones.ts'

const OWNER: Owner = { service: SERVICE, region: 'us-east-1' }
const SHOP = 'shop.example.com'
const TO = { addresses: ['203.0.113.7', '203.0.113.8'], pending: 0 }
const MARKER = markerSet(OWNER, SHOP, ZONE)
const CNAME: RecordSet = { name: SHOP, type: 'CNAME', ttl: 300, values: ['lb.example.net'], routed: false }
const ALIAS: RecordSet = { name: SHOP, type: 'A', values: [], alias: 'd1.cloudfront.net', routed: false }

function plan(sets: readonly RecordSet[], changes: Partial<ZoneGoal> = {}, names = [SHOP]) {
  return planZone({ zone: ZONE, names, sets }, { owner: OWNER, names, byHand: false, to: TO, proxied: false, ...changes })
}

const told = (...planned: Parameters<typeof plan>): readonly string[] => {
  const { steps, refusals } = plan(...planned)
  return [...steps.map(stepWords), ...refusals.map(({ reason }) => reason)]
}

const IN = ' in the hosted zone example.com (Z1)'

describe('a name', () => {
  test.each<[string, readonly RecordSet[], Partial<ZoneGoal>, string]>([
    ['that is new', [], {}, `create ${SHOP} A 203.0.113.7, 203.0.113.8${IN}`],
    ['beside records of other types', [{ ...CNAME, type: 'MX' }], {}, `create ${SHOP} A 203.0.113.7, 203.0.113.8${IN}`],
    ['whose hosts are still to come', [], { to: { addresses: [], pending: 1 } }, `create ${SHOP} A the address of the new host${IN}`],
    ['that leads there', [anA(SHOP, '203.0.113.8', '203.0.113.7'), MARKER], {}, `keep ${SHOP} A 203.0.113.7, 203.0.113.8${IN}`],
    [
      'that leads to an earlier host',
      [anA(SHOP, '203.0.113.1'), MARKER],
      {},
      `change ${SHOP} A 203.0.113.7, 203.0.113.8${IN}, now A 203.0.113.1`,
    ],
    [
      'that leads there, and to a host that is still to come',
      [anA(SHOP, ...TO.addresses), MARKER],
      { to: { ...TO, pending: 2 } },
      `change ${SHOP} A 203.0.113.7, 203.0.113.8, the addresses of 2 new hosts${IN}, now A 203.0.113.7, 203.0.113.8`,
    ],
    ['whose record somebody deleted', [MARKER], {}, `create ${SHOP} A 203.0.113.7, 203.0.113.8${IN}`],
    [
      'that leads there by a record of others',
      [anA(SHOP, ...TO.addresses)],
      {},
      `keep ${SHOP} A 203.0.113.7, 203.0.113.8${IN}, which this action did not create`,
    ],
    [
      'that leads to a CDN, which is believed',
      [ALIAS],
      { proxied: true },
      `keep ${SHOP} A alias of d1.cloudfront.net${IN}, which this action did not create`,
    ],
  ])('%s', (_, sets, wanted, expected) => {
    expect(told(sets, wanted)).toEqual([expected])
  })

  test.each<[string, readonly RecordSet[], string]>([
    ['an address of others', [anA(SHOP, '198.51.100.1')], 'A 198.51.100.1'],
    ['only one of the addresses', [anA(SHOP, '203.0.113.7')], 'A 203.0.113.7'],
    ['a CNAME', [CNAME], 'CNAME lb.example.net'],
    ['an alias', [ALIAS], 'A alias of d1.cloudfront.net'],
    ['an alias that took the place of our record', [ALIAS, MARKER], 'A alias of d1.cloudfront.net'],
    ['one of several weighted records', [{ ...anA(SHOP, ...TO.addresses), routed: true }, MARKER], 'A 203.0.113.7, 203.0.113.8'],
    ['an IPv6 address, which visitors and authorities prefer', [{ ...CNAME, type: 'AAAA', values: ['2001:db8::1'] }], 'AAAA 2001:db8::1'],
    ['one beside ours', [anA(SHOP, ...TO.addresses), MARKER, { ...CNAME, type: 'AAAA', values: ['2001:db8::1'] }], 'AAAA 2001:db8::1'],
  ])('is refused if it has %s', (_, sets, there) => {
    const { steps, refusals } = plan(sets)
    expect(steps).toEqual([])
    expect(refusals).toMatchObject([
      {
        reason: `${SHOP} in the hosted zone Z1 has a record that this action did not create: ${there}`,
        hint: expect.stringContaining('Delete that record'),
      },
    ])
  })

  test.each<[string, Owner, string]>([
    ['another service', { ...OWNER, service: { name: 'api', environment: 'production' } }, 'api (production) in us-east-1'],
    ['another environment', { ...OWNER, service: { name: 'web', environment: 'staging' } }, 'web (staging) in us-east-1'],
    ['the same service in another region', { ...OWNER, region: 'eu-west-1' }, 'web (production) in eu-west-1'],
  ])('of %s is refused, even behind a balancer', (_, owner, words) => {
    const sets = [anA(SHOP, ...TO.addresses), markerSet(owner, SHOP, ZONE)]
    expect(told(sets, { proxied: true })).toEqual([`${SHOP} in the hosted zone Z1 belongs to ${words}`])
  })
})

describe('a name that is not wanted any more', () => {
  const OLD = 'old.example.com'
  const other = markerSet({ ...OWNER, region: 'eu-west-1' }, 'else.example.com', ZONE)

  test('is removed, and none of another owner', () => {
    const sets = [anA(OLD, '203.0.113.7'), markerSet(OWNER, OLD, ZONE), anA('else.example.com', '203.0.113.7'), other]
    expect(told(sets, {}, [])).toEqual([`remove ${OLD} A 203.0.113.7${IN}`])
  })

  test.each<[string, readonly RecordSet[], Partial<ZoneGoal>, string]>([
    ['stays where it is still wanted', [anA(OLD, ...TO.addresses)], {}, `keep ${OLD} A 203.0.113.7, 203.0.113.8${IN}`],
    ['follows the hosts then', [anA(OLD, '203.0.113.1')], {}, `change ${OLD} A 203.0.113.7, 203.0.113.8${IN}, now A 203.0.113.1`],
    ['is left as it is by who wants to look after it', [anA(OLD, '203.0.113.1')], { byHand: true }, `keep ${OLD} A 203.0.113.1${IN}`],
    ['is forgotten where somebody has deleted it', [], {}, `remove ${OLD}${IN}`],
  ])('in this zone %s', (_, sets, changes, words) => {
    expect(told([...sets, markerSet(OWNER, OLD, ZONE)], { names: [OLD], ...changes }, [])).toEqual([words])
  })

  test('takes only its marker along where somebody made another record of it', () => {
    const [step] = plan([{ ...ALIAS, name: OLD }, markerSet(OWNER, OLD, ZONE)], {}, []).steps
    expect(batchFor([step as ZoneStep], OWNER)).toEqual([{ action: 'DELETE', set: markerSet(OWNER, OLD, ZONE) }])
  })
})

describe('a batch', () => {
  const batch = (...planned: Parameters<typeof plan>) => batchFor(plan(...planned).steps as readonly ZoneStep[], OWNER)
  const A = anA(SHOP, ...TO.addresses)

  test('creates what must not be there', () => {
    expect(batch([])).toEqual([
      { action: 'CREATE', set: A },
      { action: 'CREATE', set: MARKER },
    ])
  })

  test('names what it replaces as it was seen, so that it fails where that was changed since', () => {
    const seen = { ...anA(SHOP, '203.0.113.1'), ttl: 17 }
    expect(batch([seen, MARKER])).toEqual([
      { action: 'DELETE', set: seen },
      { action: 'DELETE', set: MARKER },
      { action: 'CREATE', set: A },
      { action: 'CREATE', set: MARKER },
    ])
  })

  test.each<[string, readonly RecordSet[], Partial<ZoneGoal>]>([
    ['what is as it should be', [A, MARKER], {}],
    ['what is of others', [CNAME], { proxied: true }],
  ])('leaves %s alone', (_, sets, wanted) => {
    expect(batch(sets, wanted)).toEqual([])
  })
})

describe('a marker', () => {
  test('is read as it was written', () => {
    expect(markersIn([MARKER], ZONE)).toEqual([{ set: MARKER, owner: OWNER, name: SHOP }])
  })

  test('has no name that a host could have, nor one of another name or owner', () => {
    const all = [OWNER, { ...OWNER, region: 'eu-west-1' }, { ...OWNER, service: { name: 'web', environment: 'eu' } }].flatMap((owner) =>
      [SHOP, '*.example.com', 'example.com'].map((name) => markerSet(owner, name, ZONE).name),
    )
    expect(new Set(all).size).toBe(9)
    expect(all.every((name) => /^[0-9a-f]{16}\.web\.(production|eu)\.[a-z-]+\d\._docker-to-ec2\.example\.com$/.test(name))).toBe(true)
  })

  test("counts its zone as the service's as long as it has a record there", () => {
    expect(zonesOfNames(plan([]).steps)).toEqual(['Z1'])
    expect(zonesOfNames(plan([anA(SHOP, ...TO.addresses), MARKER]).steps)).toEqual(['Z1'])
    expect(zonesOfNames(plan([anA(SHOP, ...TO.addresses)]).steps)).toEqual([])
  })
})
