import { expect, it } from '@jest/globals'
import type { HostPlan } from '../../../src/domain/host/host-plan.ts'
import { hopLimitFor, refuseRoleOutOfReach } from '../../../src/domain/host/host-role.ts'
import { aHost, aSpec } from '../../fakes/samples.ts'

const NEAR = aHost({ id: 'i-near', hopLimit: 1 })
const FAR = aHost({ id: 'i-far', hopLimit: 2 })
const OLD = aHost({ id: 'i-old', hopLimit: undefined })
const ROLE = aSpec({ 'host-role': true })

it.each([
  [true, 2],
  [false, 1],
  [undefined, 1],
])('host-role %s: a new host answers over so many hops: %i', (asked, hops) => {
  expect(hopLimitFor(aSpec(asked === undefined ? {} : { 'host-role': asked }))).toBe(hops)
})

it.each<[string, readonly HostPlan[], string]>([
  ['a new host', [{ kind: 'launch' }], ''],
  ['a host that answers containers', [{ kind: 'reuse', host: FAR }], ''],
  ['a host that does not tell', [{ kind: 'reuse', host: OLD }], ''],
  ['a host that does not', [{ kind: 'reuse', host: NEAR }], 'i-near'],
  ['a stopped one', [{ kind: 'start', host: NEAR }], 'i-near'],
  ['one of several', [{ kind: 'launch' }, { kind: 'reuse', host: FAR }, { kind: 'reuse', host: NEAR }], 'i-near'],
  ['one that is replaced', [{ kind: 'replace', host: NEAR, next: undefined, because: 'x' }], ''],
  ['its successor from an earlier run', [{ kind: 'replace', host: FAR, next: NEAR, because: 'x' }], 'i-near'],
])('%s is refused by its name if it cannot be used', (_, plans, refused) => {
  const refusal = refuseRoleOutOfReach(ROLE, plans)
  expect(refusal?.reason ?? '').toContain(refused)
  expect(refusal === undefined).toBe(refused === '')
  if (refused) expect(refusal?.hint).toContain(`--instance-id ${refused} --http-put-response-hop-limit 2`)
  expect(refuseRoleOutOfReach(aSpec(), plans)).toBeUndefined()
})
