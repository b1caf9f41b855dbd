import { describe, expect, it } from '@jest/globals'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { placeOf } from '../../../src/domain/release/route.ts'
import { planRows } from '../../../src/report/plan/rows.ts'
import { aHostSpec, aRecord, aSpec } from '../../fakes/samples.ts'
import { BARE, hosts, LIVE, planFacts } from '../../fakes/plan-facts.ts'

const THERE = { ...BARE, addresses: ['203.0.113.7'], securityGroup: { id: 'sg-1', open: true }, launch: undefined }

const REFUSED = { kind: 'refuse', reason: 'two hosts carry the tags', hint: 'Remove one.' } as const

describe('the proxy of a worker', () => {
  const worker = aSpec({ port: 'none' })
  const wasWorker = aRecord({ release: LIVE, route: placeOf(worker), fingerprint: fingerprintOf(worker, LIVE) })

  it.each<[string, Partial<PlanFacts>, string, string | undefined]>([
    [
      'first release',
      { configuration: worker, record: undefined, hostPlan: hosts({ kind: 'launch' }) },
      'unused',
      'not needed (no port: a worker)',
    ],
    ['next release', { configuration: worker, record: wasWorker }, 'unused', 'not needed (no port: a worker)'],
    ['was visited', { configuration: worker }, 'drop', 'drops the route of the service (no port: a worker)'],
    ['refused host', { configuration: worker, record: wasWorker, hostPlan: REFUSED }, 'unused', 'not needed (no port: a worker)'],
    ['was visited, refused host', { configuration: worker, hostPlan: REFUSED }, 'unknown', 'not checked, because the host is refused'],
    ['will be visited', { record: wasWorker }, 'load', 'listens on port 80 for this service, too: starts, or reloads'],
  ])('%s', (_, changes, kind, words) => {
    const plan = planDeploy(planFacts(changes), THERE)
    expect(plan.proxy.kind).toBe(kind)
    const rows = new Map(planRows(plan))
    expect(rows.get('Proxy')).toBe(words)
    expect(rows.has('Address and DNS')).toBe(kind === 'load')
  })

  it('its port is told as any other setting', () => {
    const closing = planDeploy(planFacts({ configuration: worker, spec: aHostSpec({ ports: [] }) }), THERE)
    expect(closing.configuration).toMatchObject({ inputs: [{ name: 'port', before: '8080', after: 'none' }] })
  })
})
