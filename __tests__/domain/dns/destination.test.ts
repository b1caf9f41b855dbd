import { expect, test } from '@jest/globals'
import { plannedDestination, servingDestination } from '../../../src/domain/dns/destination.ts'
import type { HostPlan } from '../../../src/domain/host/host-plan.ts'
import { aHost, aHostSpec, aRecord } from '../../fakes/samples.ts'

const HOST = aHost()
const replace = (host = HOST): HostPlan => ({ kind: 'replace', host, next: undefined, because: 'renew' })

test.each<[string, readonly HostPlan[], boolean, readonly string[], number]>([
  ['a host that stays', [{ kind: 'reuse', host: HOST }], true, ['203.0.113.7'], 0],
  ['a host that is launched', [{ kind: 'launch' }], true, [], 1],
  ['one of each', [{ kind: 'reuse', host: HOST }, { kind: 'launch' }], true, ['203.0.113.7'], 1],
  ['a host whose address moves to another one', [replace()], true, ['203.0.113.7'], 0],
  ['a host whose address is given up', [replace()], false, [], 1],
  ['a host that had only a lent one', [replace(aHost({ elasticIp: false }))], true, [], 1],
  ['a host that is to get an address', [{ kind: 'reuse', host: aHost({ elasticIp: false }) }], true, [], 1],
  ['a host with a lent address', [{ kind: 'reuse', host: aHost({ elasticIp: false }) }], false, ['203.0.113.7'], 0],
  ['a stopped one, which gets another', [{ kind: 'start', host: aHost({ elasticIp: false, publicIp: undefined }) }], false, [], 1],
  ['a host of others', [{ kind: 'reuse', host: aHost({ elasticIp: false, madeFor: undefined }) }], true, ['203.0.113.7'], 0],
  ['a host without a public address', [{ kind: 'reuse', host: aHost({ elasticIp: false, publicIp: undefined }) }], false, ['10.0.0.7'], 0],
])('%s', (_, plans, elasticIp, addresses, pending) => {
  expect(plannedDestination(plans, aHostSpec({ elasticIp }))).toEqual({ addresses, pending })
})

const NEW = aHost({ id: 'i-new', publicIp: '203.0.113.9' })

test.each<[string, readonly HostPlan[], ReturnType<typeof aRecord> | undefined, readonly string[]]>([
  [
    'before the first release to all that will serve',
    [{ kind: 'reuse', host: HOST }, { kind: 'launch' }],
    undefined,
    ['203.0.113.7', '203.0.113.9'],
  ],
  ['not to a host that serves nothing yet', [{ kind: 'reuse', host: HOST }, { kind: 'launch' }], aRecord(), ['203.0.113.7']],
])('names lead %s', (_, plans, record, addresses) => {
  expect(servingDestination(plans, [HOST, NEW], record)).toEqual({ addresses, pending: 0 })
})

test('names lead to a host that is replaced as long as it serves', () => {
  expect(servingDestination([replace()], [NEW], aRecord())).toEqual({ addresses: ['203.0.113.7'], pending: 0 })
})
