import { describe, expect, it } from '@jest/globals'
import type { Host } from '../../src/domain/host.ts'
import { planHost } from '../../src/domain/host-plan.ts'
import { aHost, aHostSpec } from '../fakes/samples.ts'

const old = aHost({ id: 'i-old' })

describe('planHost', () => {
  it.each<[string, Partial<Parameters<typeof aHostSpec>[0]>, readonly Host[], string]>([
    ['no host', {}, [], 'launch'],
    ['a running one', {}, [old], 'reuse'],
    ['a pending one', {}, [aHost({ state: 'pending' })], 'reuse'],
    ['a stopped one', {}, [aHost({ state: 'stopped' })], 'start'],
    ['one that is just stopping', {}, [aHost({ state: 'stopping' })], 'start'],
    ['two', {}, [old, aHost({ id: 'i-b' })], 'refuse'],
    ['another type', { instanceType: 'c7g.large' }, [old], 'refuse'],
    ['another type, with replace', { instanceType: 'c7g.large', replace: true }, [old], 'replace'],
    ['another type of a host that is not ours', { instanceType: 'c7g.large' }, [aHost({ madeFor: undefined })], 'reuse'],
    ['an interrupted replacement', {}, [old, aHost({ id: 'i-new', replaces: 'i-old' })], 'replace'],
    ['a successor whose predecessor is gone', {}, [aHost({ id: 'i-new', replaces: 'i-old' })], 'reuse'],
    ['instance-id that exists', { instanceId: 'i-old', instanceType: 'c7g.large' }, [old], 'reuse'],
    ['instance-id that does not', { instanceId: 'i-gone' }, [], 'refuse'],
  ])('%s', (_, spec, observed, kind) => {
    expect(planHost(aHostSpec(spec), observed).kind).toBe(kind)
  })

  it('continues an interrupted replacement with the successor that is there', () => {
    const next = aHost({ id: 'i-new', replaces: 'i-old' })
    expect(planHost(aHostSpec(), [next, old])).toEqual({ kind: 'replace', host: old, next })
  })

  it('names what stands in the way, and the next step', () => {
    expect(planHost(aHostSpec({ instanceType: 't3.large' }), [old])).toEqual({
      kind: 'refuse',
      reason: 'i-old is a t3.small, and instance-type asks for t3.large, which needs a new host',
      next: 'Set instance-type: t3.small to keep it, or replace: true to launch a t3.large and move the service there.',
    })
  })
})
