import { afterEach, describe, expect, test } from '@jest/globals'
import { dnsLookups } from '../../../src/adapters/dns/lookups.ts'
import { dnsServer, TYPE, wireAddress, wireCaa, wireName } from '../../fakes/dns-server.ts'
import type { WireRecord } from '../../fakes/dns-server.ts'

const A = (address: string): WireRecord => [TYPE.A, wireAddress(address)]
const CNAME = (target: string): WireRecord => [TYPE.CNAME, wireName(target)]
const CAA = (tag: string, value: string): WireRecord => [TYPE.CAA, wireCaa(tag, value)]
const V6: WireRecord = [TYPE.AAAA, Buffer.from('20010db8000000000000000000000001', 'hex')]
let close = (): void => undefined

afterEach(() => close())

async function lookupsAt(records: Readonly<Record<string, readonly WireRecord[]>>, silent: readonly string[] = []) {
  const server = await dnsServer(new Map(Object.entries(records)), silent)
  close = server.close
  // Nothing that answers needs this long, and nobody has to wait long for what does not.
  const patience = silent.length > 0 ? { timeout: 100, tries: 1 } : { timeout: 60_000, tries: 1 }
  return { ...dnsLookups({ servers: [server.at], patience }), asked: server.asked }
}

describe('a name', () => {
  test.each<[string, Readonly<Record<string, readonly WireRecord[]>>, readonly string[]]>([
    ['that has addresses', { 'shop.example.com': [A('203.0.113.7'), A('203.0.113.8')] }, ['203.0.113.7', '203.0.113.8']],
    ['that has IPv6, too', { 'shop.example.com': [A('203.0.113.7'), V6] }, ['203.0.113.7', '2001:db8::1']],
    ['that nobody knows', {}, []],
    ['that has no address', { 'shop.example.com': [CAA('issue', 'letsencrypt.org')] }, []],
    [
      'that is another name for one with an address',
      { 'shop.example.com': [CNAME('cdn.example.net')], 'cdn.example.net': [A('198.51.100.1')] },
      ['198.51.100.1'],
    ],
    ['that leads to itself', { 'shop.example.com': [CNAME('shop.example.com')] }, []],
  ])('%s', async (_, records, addresses) => {
    const lookups = await lookupsAt(records)
    const found = await lookups.addresses('shop.example.com')
    expect({ ...found, addresses: 'addresses' in found ? found.addresses.toSorted() : [] }).toEqual({
      kind: 'known',
      addresses: addresses.toSorted(),
    })
  })

  test('is looked up at another server if those of its zone do not answer', async () => {
    const lookups = await lookupsAt({
      'shop.example.com': [A('203.0.113.7')],
      'example.com': [[TYPE.NS, wireName('ns.example.com')]],
      // Nothing listens there.
      'ns.example.com': [A('127.0.0.99')],
    })
    expect(await lookups.addresses('shop.example.com')).toEqual({ kind: 'known', addresses: ['203.0.113.7'] })
  })

  test('is unknown if no server answers', async () => {
    const lookups = await lookupsAt({}, ['shop.example.com'])
    expect(await lookups.addresses('shop.example.com')).toMatchObject({ kind: 'unknown', reason: expect.stringContaining('TIMEOUT') })
  })
})

describe('CAA records', () => {
  const records = {
    'shop.example.com': [A('203.0.113.7')],
    'example.com': [CAA('issue', 'letsencrypt.org'), CAA('issue', 'digicert.com'), CAA('issuewild', ';')],
    'own.example.com': [CAA('issue', 'pki.goog')],
  }

  test.each([
    ['shop.example.com', ['issue letsencrypt.org', 'issue digicert.com', 'issuewild ;']],
    ['*.shop.example.com', ['issue letsencrypt.org', 'issue digicert.com', 'issuewild ;']],
    ['own.example.com', ['issue pki.goog']],
    ['example.org', []],
  ])('of %s', async (name, expected) => {
    const lookups = await lookupsAt(records)
    expect((await lookups.caaRecords(name)).map(({ tag, value }) => `${tag} ${value}`)).toEqual(expected)
  })
})
