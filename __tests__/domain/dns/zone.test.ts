import { expect, test } from '@jest/globals'
import { zoneFor } from '../../../src/domain/dns/zone.ts'
import type { Zone } from '../../../src/domain/dns/zone.ts'

const zone = (id: string, name: string, isPrivate = false): Zone => ({ id, name, isPrivate })
const COM = zone('Z1', 'example.com')
const EU = zone('Z2', 'eu.example.com')
const INNER = zone('Z3', 'eu.example.com', true)

test.each<[string, readonly Zone[], boolean, string]>([
  ['shop.example.com', [COM, EU], false, 'Z1'],
  ['shop.eu.example.com', [COM, EU], false, 'Z2'],
  ['shop.eu.example.com', [EU, COM], false, 'Z2'],
  ['eu.example.com', [COM, EU], false, 'Z2'],
  ['example.com', [COM, EU], false, 'Z1'],
  // A zone is no part of a name that only ends in the same letters.
  ['shopexample.com', [COM], false, 'elsewhere'],
  ['example.org', [COM, EU], false, 'elsewhere'],
  ['shop.example.com', [], false, 'elsewhere'],
  // What a VPC knows, visitors do not.
  ['shop.eu.example.com', [COM, INNER], false, 'Z1'],
  ['shop.eu.example.com', [EU, INNER], false, 'Z2'],
  ['shop.eu.example.com', [INNER], false, 'elsewhere'],
  ['shop.eu.example.com', [INNER], true, 'Z3'],
])('%s in %j, named: %s', (name, zones, named, expected) => {
  const choice = zoneFor(name, zones, { named })
  expect(choice.kind === 'zone' ? choice.zone.id : choice.kind).toBe(expected)
})

test('two zones of one name are for the user to choose from', () => {
  const choice = zoneFor('shop.example.com', [COM, zone('Z9', 'example.com'), zone('Z0', 'com')], { named: false })
  expect(choice).toEqual({
    kind: 'refuse',
    reason: 'domains: shop.example.com is in 2 hosted zones named example.com: Z1, Z9',
    hint: 'Set hosted-zone-id to the one whose name servers are registered for the domain.',
  })
})
