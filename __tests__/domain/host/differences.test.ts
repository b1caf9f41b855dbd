import { describe, expect, it } from '@jest/globals'
import { INPUTS } from '../../../src/config/inputs/inputs.ts'
import type { InputName } from '../../../src/config/inputs/inputs.ts'
import { HOST_INPUTS } from '../../../src/domain/host/host.ts'
import type { Host, HostInput, HostSpec } from '../../../src/domain/host/host.ts'
import { planHosts } from '../../../src/domain/host/host-plan.ts'
import { asLargeAs, hostDifferences } from '../../../src/domain/host/differences.ts'
import { aHost, aHostSpec } from '../../fakes/samples.ts'

/** What each input asks for that the host has, and what it has not, with the words for that. */
const SETTINGS: Readonly<Record<HostInput, readonly [same: Partial<HostSpec>, other: Partial<HostSpec>, words: string]>> = {
  'instance-type': [{ instanceType: 't3.small' }, { instanceType: 't3.large' }, 'instance-type is t3.small, not t3.large'],
  ami: [{ ami: 'ami-1' }, { ami: 'ami-2' }, 'ami is ami-1, not ami-2'],
  'volume-size': [{ volumeGiB: 16 }, { volumeGiB: 32 }, 'volume-size is 16, not 32'],
  'subnet-ids': [
    { subnetIds: ['subnet-2', 'subnet-1'] },
    { subnetIds: ['subnet-2', 'subnet-3'] },
    'subnet-ids is subnet-1, not subnet-2, subnet-3',
  ],
  'security-group-ids': [
    { securityGroupIds: ['sg-2', 'sg-1'] },
    { securityGroupIds: ['sg-1'] },
    'security-group-ids is sg-1, sg-2, not sg-1',
  ],
  'instance-profile': [{ instanceProfile: 'host' }, { instanceProfile: 'other' }, 'instance-profile is host, not other'],
  'elastic-ip': [{ elasticIp: true }, { elasticIp: false }, 'elastic-ip is true, not false'],
  capacity: [{ capacity: 'spot' }, { capacity: 'on-demand' }, 'capacity is spot, not on-demand'],
}
const HOST = aHost({ securityGroupIds: ['sg-1', 'sg-2'], spot: true })
const plan = (spec: Partial<HostSpec>, host: Partial<Host> = {}) => planHosts(aHostSpec(spec), [{ ...HOST, ...host }])

it('every input that takes effect on a new host is compared with the host that is there', () => {
  const effective = (Object.keys(INPUTS) as InputName[]).filter((name) => INPUTS[name].effect === 'new-host')
  expect(effective.length).toBeGreaterThan(5)
  expect(HOST_INPUTS).toEqual(expect.arrayContaining(effective))
})

describe.each(HOST_INPUTS)('%s', (input) => {
  const [same, other, words] = SETTINGS[input]

  it('that the host has changes nothing', () => {
    expect(plan(same)).toEqual({ kind: 'hosts', plans: [{ kind: 'reuse', host: HOST }] })
  })

  it('that the host has not is refused, and the next step is one that helps', () => {
    const refused = plan(other)
    expect(refused).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining(words),
      hint: expect.stringContaining('allow-replacement: true'),
    })
    expect(plan({ ...other, allowReplacement: true })).toMatchObject({ plans: [{ kind: 'replace', host: HOST, because: words }] })
  })

  it('that was not given asks for nothing of a host that is there', () => {
    expect(hostDifferences(HOST, { ...aHostSpec(other), asked: [] })).toEqual([])
  })

  it('of a host that is not this action’s to replace is refused, whatever is allowed', () => {
    expect(plan({ ...other, allowReplacement: true, renew: true }, { madeFor: undefined })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining(words),
    })
    expect(plan({ ...other, allowReplacement: true, instanceId: HOST.id })).toMatchObject({
      kind: 'refuse',
      reason: expect.stringContaining(words),
    })
  })
})

it('tells all that differs at once', () => {
  expect(plan({ instanceType: 't3.large', volumeGiB: 32 })).toMatchObject({
    reason:
      'i-0123456789abcdef0 does not match the inputs, which need a new host: instance-type is t3.small, not t3.large; volume-size is 16, not 32',
    hint: expect.stringContaining('Set instance-type: t3.small and volume-size: 16 to keep the host'),
  })
})

it.each<[string, Partial<HostSpec>, Partial<Host>, Partial<HostSpec>]>([
  ['as the host is', {}, { instanceType: 't3.large', volumeGiB: 64 }, { instanceType: 't3.large', volumeGiB: 64 }],
  ['as it is asked for', { instanceType: 't3.nano', volumeGiB: 8 }, { volumeGiB: 64 }, { instanceType: 't3.nano', volumeGiB: 8 }],
  ['by default, where EC2 does not tell', {}, { volumeGiB: undefined }, { volumeGiB: 16 }],
])('a new host is as large %s', (_, spec, host, expected) => {
  expect(asLargeAs(aHost(host), aHostSpec(spec))).toMatchObject(expected)
})

it.each<[string, Partial<HostSpec>, Partial<Host>]>([
  ['a volume whose size EC2 does not tell', { volumeGiB: 32 }, { volumeGiB: undefined }],
  ['an address that is missing, which a host is given', { elasticIp: true }, { elasticIp: false }],
  ['a host on demand where spot is wanted, which may have had no capacity', { capacity: 'spot' }, { spot: false }],
  ['lists that name nothing', { subnetIds: [], securityGroupIds: [] }, {}],
])('%s needs no new host', (_, spec, host) => {
  expect(plan(spec, host)).toMatchObject({ plans: [{ kind: 'reuse' }] })
})
