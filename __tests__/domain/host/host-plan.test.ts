import { describe, expect, it } from '@jest/globals'
import { inOrder } from '../../../src/domain/host/host.ts'
import type { Host, HostSpec } from '../../../src/domain/host/host.ts'
import { isSettled, planExisting, planHosts } from '../../../src/domain/host/host-plan.ts'
import { aHost, aHostSpec, aRecord } from '../../fakes/samples.ts'

const old = aHost({ id: 'i-old' })

const SECOND = aHost({ id: 'i-b', state: 'stopped' })
const NEXT = aHost({ id: 'i-new', replaces: 'i-old' })

/** The kinds of the plans, or `refuse`. */
function kinds(spec: Partial<HostSpec>, observed: readonly Host[]): string {
  const plan = planHosts(aHostSpec(spec), observed)
  return plan.kind === 'refuse' ? plan.kind : plan.plans.map(({ kind }) => kind).join(' ')
}

describe('planHosts', () => {
  it.each<[string, Partial<HostSpec>, readonly Host[], string]>([
    ['no host', {}, [], 'launch'],
    ['a running one', {}, [old], 'reuse'],
    ['a pending one', {}, [aHost({ state: 'pending' })], 'reuse'],
    ['a stopped one', {}, [aHost({ state: 'stopped' })], 'start'],
    ['one that is just stopping', {}, [aHost({ state: 'stopping' })], 'start'],
    ['two where one is to be', {}, [old, SECOND], 'refuse'],
    ['another type', { instanceType: 'c7g.large' }, [old], 'refuse'],
    ['another type, with replace', { instanceType: 'c7g.large', allowReplacement: true }, [old], 'replace'],
    [
      'another type of a host that is not ours',
      { instanceType: 'c7g.large', allowReplacement: true },
      [aHost({ madeFor: undefined })],
      'refuse',
    ],
    ['nothing of a host that is not ours', {}, [aHost({ madeFor: undefined, instanceType: 'c7g.large' })], 'reuse'],
    ['a new one in place of a host that is not ours', { renew: true }, [aHost({ madeFor: undefined })], 'refuse'],
    ['a new one', { renew: true }, [old], 'replace'],
    ['a new one of each', { renew: true, instances: 2 }, [old, SECOND], 'replace replace'],
    ['a new one, and one more', { renew: true, instances: 2 }, [old], 'replace launch'],
    ['a new one that an interrupted run has launched', { renew: true }, [old, NEXT], 'replace'],
    [
      'another type than the successor of an interrupted run has',
      { instanceType: 'c7g.large', allowReplacement: true },
      [old, NEXT],
      'refuse',
    ],
    ['a type that nobody asked for', {}, [aHost({ instanceType: 'c7g.large' })], 'reuse'],
    ['an interrupted replacement', {}, [old, NEXT], 'replace'],
    ['a successor whose predecessor is gone', {}, [NEXT], 'reuse'],
    ['instance-id that exists', { instanceId: 'i-old', instanceType: 't3.small' }, [old], 'reuse'],
    ['another type than instance-id has', { instanceId: 'i-old', instanceType: 'c7g.large', allowReplacement: true }, [old], 'refuse'],
    ['instance-id that does not', { instanceId: 'i-gone' }, [], 'refuse'],
    ['several from nothing', { instances: 3 }, [], 'launch launch launch'],
    ['one more', { instances: 3 }, [old, SECOND], 'reuse start launch'],
    ['as many as there are to be', { instances: 2 }, [old, SECOND], 'reuse start'],
    ['fewer than there are', { instances: 1 }, [old, SECOND], 'refuse'],
    ['another type of several', { instances: 2, instanceType: 'c7g.large' }, [old, SECOND], 'refuse'],
    [
      'another type of several, with replace',
      { instances: 2, instanceType: 'c7g.large', allowReplacement: true },
      [old, SECOND],
      'replace replace',
    ],
    ['an interrupted replacement of one of several', { instances: 2 }, [old, SECOND, NEXT], 'replace start'],
  ])('%s', (_, spec, observed, expected) => {
    expect(kinds(spec, observed)).toBe(expected)
  })

  it('continues an interrupted replacement with the successor that is there', () => {
    expect(planHosts(aHostSpec(), [NEXT, old])).toEqual({
      kind: 'hosts',
      plans: [{ kind: 'replace', host: old, next: NEXT, because: 'an interrupted run launched its successor' }],
    })
  })

  it('names the obstacle and the next step', () => {
    expect(planHosts(aHostSpec({ instanceType: 't3.large' }), [old])).toEqual({
      kind: 'refuse',
      reason: 'i-old does not match the inputs, which need a new host: instance-type is t3.small, not t3.large',
      hint: 'Set instance-type: t3.small to keep the host, or allow-replacement: true to launch another one and move the service there. Data on the host does not move.',
    })
    expect(planHosts(aHostSpec(), [old, SECOND])).toMatchObject({
      reason: '2 hosts have the tags of web (production), but instances is 1: i-old, i-b',
      hint: expect.stringContaining('Set instances: 2'),
    })
  })
})

describe('isSettled', () => {
  const record = aRecord({ hostIds: ['i-old'] })
  const guest = { madeFor: undefined, elasticIp: false }

  it.each<[string, Partial<Host>, Partial<HostSpec>, typeof record | undefined, boolean]>([
    ['an own host that a run has finished', {}, {}, record, true],
    ['one that no run has finished', {}, {}, undefined, false],
    ['one of another record', {}, {}, aRecord({ hostIds: ['i-b'] }), false],
    ['one without an address', { elasticIp: false }, {}, record, false],
    ['one that needs none', { elasticIp: false }, { elasticIp: false }, record, true],
    ['one whose port is another one', {}, { ports: [{ protocol: 'tcp', port: 8080 }] }, record, false],
    ['a guest, which is given no address', guest, {}, record, true],
    ['one that needs no port any more', {}, { ports: [] }, record, false],
    ['a guest on another port', guest, { ports: [{ protocol: 'tcp', port: 8080 }] }, record, true],
    ['one whose port somebody closed', { openPorts: [] }, {}, record, false],
    ['one whose port is open for another protocol', { openPorts: [{ protocol: 'udp', from: 80, to: 80 }] }, {}, record, false],
    ['one whose port is open among others', { openPorts: [{ protocol: 'tcp', from: 0, to: 1023 }] }, {}, record, true],
    [
      'one that needs no open port',
      { openPorts: [] },
      { ports: [] },
      aRecord({ hostIds: ['i-old'], route: { ...record.route, 'external-proxy': true } }),
      true,
    ],
    ['a guest, whose port is not its own', { ...guest, openPorts: [] }, {}, record, true],
    ['a new guest', guest, {}, undefined, false],
  ])('%s', (_, host, spec, known, expected) => {
    expect(isSettled(aHost({ id: 'i-old', ...host }), aHostSpec(spec), known)).toBe(expected)
  })
})

describe('planExisting', () => {
  it('takes every host that serves, whatever the inputs say', () => {
    const plan = planExisting(aHostSpec({ instances: 1, instanceType: 'c7g.large' }), [old, SECOND, NEXT])
    expect(plan).toEqual({
      kind: 'hosts',
      plans: [
        { kind: 'reuse', host: old },
        { kind: 'start', host: SECOND },
      ],
    })
    expect(planExisting(aHostSpec(), [])).toMatchObject({ kind: 'refuse' })
    expect(planExisting(aHostSpec({ instanceId: 'i-gone' }), [])).toMatchObject({
      reason: expect.stringContaining('i-gone does not exist'),
    })
  })
})

describe('the order of hosts', () => {
  it.each([
    [
      ['i-b', 'i-a'],
      ['i-b', 'i-a', 'i-c'],
    ],
    [[], ['i-a', 'i-b', 'i-c']],
    [
      ['i-gone', 'i-c'],
      ['i-c', 'i-a', 'i-b'],
    ],
  ])('recorded as %j is %j', (recorded, expected) => {
    const hosts = ['i-c', 'i-a', 'i-b'].map((id) => aHost({ id }))
    expect(inOrder(hosts, recorded).map(({ id }) => id)).toEqual(expected)
  })
})
