import { expect, it } from '@jest/globals'
import { dataSteps } from '../../../src/domain/plan/data-steps.ts'
import type { DataFacts } from '../../../src/domain/plan/data-steps.ts'
import { hosts } from '../../fakes/plan-facts.ts'
import { aHost, aRecord, SERVICE } from '../../fakes/samples.ts'

const HOST = aHost()
const OTHER = aHost({ id: 'i-other' })
const KEPT = { name: 'web.production.data', path: '/data' }
const record = aRecord({ volumes: [KEPT] })
const reuse = hosts({ kind: 'reuse', host: HOST })
const replace = hosts({ kind: 'replace', host: HOST, next: undefined, because: 'x' })
const two = hosts({ kind: 'reuse', host: HOST }, { kind: 'launch' })

it.each<[string, Partial<DataFacts>, string[]]>([
  ['nothing is kept', { record: undefined, volumes: [] }, []],
  ['a first deploy', { record: undefined, hostPlan: hosts({ kind: 'launch' }) }, ['new']],
  ['a deploy to the same host', {}, ['stays']],
  ['one more volume', { volumes: ['data:/data', 'more:/more', '/etc/ssl:/ssl:ro'] }, ['stays', 'new']],
  ['a volume of the image', { volumes: [] }, ['stays']],
  ['another path of the same volume', { volumes: ['data:/elsewhere'] }, ['stays', 'new']],
  ['a host that is replaced', { hostPlan: replace }, ['refused']],
  ['one that may be', { hostPlan: replace, volumeData: ['discarded'] }, ['discarded']],
  ['one that may be split, but not lost', { hostPlan: replace, volumeData: ['each-host-its-own'] }, ['refused']],
  ['a second host', { hostPlan: two }, ['refused']],
  ['a second host with data of its own', { hostPlan: two, volumeData: ['each-host-its-own'] }, ['separate']],
  ['a host that is gone', { hostPlan: hosts({ kind: 'launch' }) }, ['gone']],
  ['another host', { hostPlan: hosts({ kind: 'reuse', host: OTHER }) }, ['gone']],
  ['hosts that are refused', { hostPlan: { kind: 'refuse', reason: '', hint: '' } }, ['stays']],
])('%s', (_, changes, fates) => {
  const steps = dataSteps({ service: SERVICE, volumes: ['data:/data'], record, hostPlan: reuse, volumeData: [], ...changes })
  expect(steps.map(({ fate }) => fate)).toEqual(fates)
})
