import { describe, expect, it } from '@jest/globals'
import { inOrder } from '../../../src/domain/host/host.ts'
import type { Host, HostSpec } from '../../../src/domain/host/host.ts'
import { planHosts, planExisting } from '../../../src/domain/host/host-plan.ts'
import { aHost, aHostSpec } from '../../fakes/samples.ts'

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
    ['another type, with allow-replacement', { instanceType: 'c7g.large', allowReplacement: true }, [old], 'replace'],
    ['another type of a host that is not ours', { instanceType: 'c7g.large' }, [aHost({ madeFor: undefined })], 'reuse'],
    ['an interrupted replacement', {}, [old, NEXT], 'replace'],
    ['a successor whose predecessor is gone', {}, [NEXT], 'reuse'],
    ['instance-id that exists', { instanceId: 'i-old', instanceType: 'c7g.large' }, [old], 'reuse'],
    ['instance-id that does not', { instanceId: 'i-gone' }, [], 'refuse'],
    ['several from nothing', { instances: 3 }, [], 'launch launch launch'],
    ['one more', { instances: 3 }, [old, SECOND], 'reuse start launch'],
    ['as many as there are to be', { instances: 2 }, [old, SECOND], 'reuse start'],
    ['fewer than there are', { instances: 1 }, [old, SECOND], 'refuse'],
    ['another type of several', { instances: 2, instanceType: 'c7g.large' }, [old, SECOND], 'refuse'],
    [
      'another type of several, with allow-replacement',
      { instances: 2, instanceType: 'c7g.large', allowReplacement: true },
      [old, SECOND],
      'replace replace',
    ],
    ['an interrupted replacement of one of several', { instances: 2 }, [old, SECOND, NEXT], 'replace start'],
  ])('%s', (_, spec, observed, expected) => {
    expect(kinds(spec, observed)).toBe(expected)
  })

  it('continues an interrupted replacement with the successor that is there', () => {
    expect(planHosts(aHostSpec(), [NEXT, old])).toEqual({ kind: 'hosts', plans: [{ kind: 'replace', host: old, next: NEXT }] })
  })

  it('names what stands in the way, and the next step', () => {
    expect(planHosts(aHostSpec({ instanceType: 't3.large' }), [old])).toEqual({
      kind: 'refuse',
      reason: 'i-old is a t3.small, and instance-type asks for t3.large, which needs a new host',
      next: 'Set instance-type: t3.small to keep it, or allow-replacement: true to launch a t3.large and move the service there. Data on the host does not move.',
    })
    expect(planHosts(aHostSpec(), [old, SECOND])).toMatchObject({
      reason: '2 hosts carry the tags of web (production), and instances is 1: i-old, i-b',
      next: expect.stringContaining('Set instances: 2'),
    })
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
