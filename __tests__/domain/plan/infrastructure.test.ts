import { describe, expect, it } from '@jest/globals'
import type { HostSpec } from '../../../src/domain/host/host.ts'
import type { HostPlan } from '../../../src/domain/host/host-plan.ts'
import { resourceSteps } from '../../../src/domain/plan/infrastructure.ts'
import type { Surroundings } from '../../../src/domain/plan/infrastructure.ts'
import { aHost, aHostSpec, aRecord } from '../../fakes/samples.ts'
import { BARE, hosts } from '../../fakes/plan-facts.ts'

const THERE: Surroundings = {
  hosts: undefined,
  cost: undefined,
  hostRole: 'own',
  securityGroup: { id: 'sg-1', open: true },
  addresses: ['203.0.113.7'],
  launch: undefined,
}
const host = aHost()
const next = aHost({ id: 'i-next', replaces: host.id })

function lines(plan: HostPlan | readonly HostPlan[], around: Surroundings, spec: Partial<HostSpec> = {}, record = aRecord()): string[] {
  return resourceSteps({ plan: hosts(...[plan].flat()), around, spec: aHostSpec(spec), record }).map(
    ({ action, what }) => `${action} ${what}`,
  )
}

describe('a new host', () => {
  it('comes with all that it needs', () => {
    expect(lines({ kind: 'launch' }, BARE)).toEqual([
      'create instance t3.small from ami-1 in subnet-1 (us-east-1a)',
      'create encrypted gp3 volume of 16 GiB',
      'create role and instance profile of the host',
      'create security group, open for port 80 to the world',
      'create Elastic IP',
    ])
  })

  it('takes what is there', () => {
    expect(lines({ kind: 'launch' }, { ...THERE, launch: BARE.launch }).slice(2)).toEqual([
      'keep role and instance profile own',
      'keep security group sg-1',
      'move Elastic IP 203.0.113.7 to the host',
    ])
  })

  it('takes what the inputs name', () => {
    const spec = { instanceProfile: 'mine', securityGroupIds: ['sg-a', 'sg-b'], elasticIp: false, volumeGiB: 30 }
    expect(lines({ kind: 'launch' }, BARE, spec).slice(1)).toEqual([
      'create encrypted gp3 volume of 30 GiB',
      'keep instance profile mine',
      'keep security group sg-a',
      'keep security group sg-b',
      'create public IPv4 address, if the subnet assigns one; a new one after each stop',
    ])
  })
})

describe('a host that is there', () => {
  it.each<[string, HostPlan, Surroundings, Partial<HostSpec>, string[]]>([
    ['is kept', { kind: 'reuse', host }, THERE, {}, [`keep host ${host.id} (t3.small)`]],
    ['is started', { kind: 'start', host }, THERE, {}, [`start host ${host.id} (t3.small)`]],
    [
      'gets another port opened',
      { kind: 'reuse', host },
      { ...THERE, securityGroup: { id: 'sg-1', open: false } },
      { ports: [{ protocol: 'tcp', port: 8000 }] },
      [
        `keep host ${host.id} (t3.small)`,
        'change security group sg-1: open port 8000 to the world; close port 80, if no other service of the host needs it',
        'keep Elastic IP 203.0.113.7',
      ],
    ],
    [
      'gets the address that it lost',
      { kind: 'reuse', host: aHost({ elasticIp: false, publicIp: '198.51.100.1' }) },
      { ...THERE, addresses: [] },
      {},
      [`keep host ${host.id} (t3.small)`, 'keep security group sg-1', 'create Elastic IP'],
    ],
    [
      'of somebody else is left as it is',
      { kind: 'reuse', host: aHost({ madeFor: undefined }) },
      BARE,
      { ports: [{ protocol: 'tcp', port: 8000 }] },
      [`keep host ${host.id} (t3.small)`],
    ],
  ])('%s', (_, plan, around, spec, expected) => {
    expect(lines(plan, around, spec)).toEqual(expected)
  })
})

describe('a replacement', () => {
  it('launches a successor, moves the address and ends the old one', () => {
    const steps = lines(
      { kind: 'replace', host, next: undefined, because: 'x' },
      { ...THERE, launch: BARE.launch },
      { instanceType: 'm7i.large' },
    )
    expect(steps[0]).toMatch(/^create instance m7i.large/)
    expect(steps.slice(-2)).toEqual(['move Elastic IP 203.0.113.7 to the host', `terminate host ${host.id} (t3.small)`])
  })

  it('continues with an existing successor, and leaves a host of somebody else running', () => {
    expect(lines({ kind: 'replace', host: aHost({ madeFor: undefined }), next, because: 'x' }, THERE, { elasticIp: false })).toEqual([
      'keep host i-next, which an interrupted run launched as the successor',
      'release Elastic IP 203.0.113.7',
      `keep host ${host.id} (t3.small), left running`,
    ])
  })
})

describe('several hosts', () => {
  const second = aHost({ id: 'i-second', publicIp: '203.0.113.8' })
  const record = aRecord({ hostIds: [host.id, 'i-second'] })
  const around: Surroundings = { ...THERE, addresses: ['203.0.113.7', '203.0.113.8', '203.0.113.9'] }

  it('share a role and a group, and have an address each', () => {
    const launch = {
      ami: 'ami-1',
      subnets: [
        { id: 'subnet-1', zone: 'a' },
        { id: 'subnet-2', zone: 'b' },
      ],
    }
    expect(lines([{ kind: 'launch' }, { kind: 'launch' }], { ...BARE, launch })).toEqual([
      'create instance t3.small from ami-1 in subnet-1 (a)',
      'create encrypted gp3 volume of 16 GiB',
      'create instance t3.small from ami-1 in subnet-2 (b)',
      'create encrypted gp3 volume of 16 GiB',
      'create role and instance profile of the host',
      'create security group, open for port 80 to the world',
      'create Elastic IP',
      'create Elastic IP',
    ])
  })

  it('get one more beside them, which takes the address that is free', () => {
    const plans: HostPlan[] = [{ kind: 'reuse', host }, { kind: 'reuse', host: second }, { kind: 'launch' }]
    const launch = { ami: 'ami-1', subnets: [{ id: 'subnet-3', zone: 'c' }] }
    expect(lines(plans, { ...around, launch }, {}, record)).toEqual([
      `keep host ${host.id} (t3.small)`,
      'keep host i-second (t3.small)',
      'create instance t3.small from ami-1 in subnet-3 (c)',
      'create encrypted gp3 volume of 16 GiB',
      'keep role and instance profile own',
      'keep security group sg-1',
      'move Elastic IP 203.0.113.9 to the host',
    ])
  })
})

it('a host that is refused is not touched', () => {
  const refused = { kind: 'refuse', reason: 'r', hint: 'n' } as const
  expect(resourceSteps({ plan: refused, around: BARE, spec: aHostSpec(), record: undefined })).toEqual([])
})
