import { describe, expect, it } from '@jest/globals'
import { planDeploy } from '../../../src/domain/plan/deploy-plan.ts'
import type { DeployPlan } from '../../../src/domain/plan/deploy-plan.ts'
import type { PlanFacts } from '../../../src/domain/plan/facts.ts'
import { changesSince, planHash } from '../../../src/domain/plan/hash.ts'
import { fingerprintOf } from '../../../src/domain/release/fingerprint.ts'
import { releaseName } from '../../../src/domain/release/release.ts'
import { placeOf, portsOf } from '../../../src/domain/release/route.ts'
import { settings } from '../../../src/domain/release/spec.ts'
import type { SettingName, Specification } from '../../../src/domain/release/spec.ts'
import { configurationWords } from '../../../src/report/plan/configuration.ts'
import { BARE, hosts, planFacts } from '../../fakes/plan-facts.ts'
import { aHost, aHostSpec, aRecord, aSpec, COMMIT, DIGEST } from '../../fakes/samples.ts'
import { withOther } from '../../fakes/other-values.ts'

/** They decide how a run works, and nothing of what it leaves. */
const OF_THE_RUN: readonly SettingName[] = [
  'migration',
  'release-command-timeout',
  'health-timeout',
  'health-interval',
  'settle-time',
  'stop-first',
]

const names = settings().map(([name]) => name)
const lasting = names.filter((name) => !OF_THE_RUN.includes(name))

/** A deploy of the live commit with these settings, over a release with those. */
function facts(wanted: Specification, live: Specification): PlanFacts {
  const [release, name] = [live, wanted].map((spec) => releaseName(COMMIT, DIGEST, spec)) as [string, string]
  return planFacts({
    image: { kind: 'tagged', repository: 'web', tag: COMMIT, differences: 0, digest: DIGEST },
    hostPlan: hosts({ kind: 'reuse', host: aHost({ openPorts: undefined }) }),
    spec: aHostSpec({ ports: portsOf(placeOf(wanted)) }),
    configuration: wanted,
    release: { ...planFacts().release, name },
    record: aRecord({ release, commit: COMMIT, route: placeOf(live), fingerprint: fingerprintOf(live, release) }),
  })
}

const planOf = (wanted: Specification, live: Specification): DeployPlan => planDeploy(facts(wanted, live), BARE)

describe.each(lasting)('%s', (name) => {
  const [usual, other] = [aSpec(), withOther(aSpec(), name)]

  it.each([
    ['given', other, usual],
    ['left out again', usual, other],
  ])('changes the service, when it is %s, and the plan names it', (_, wanted, live) => {
    const plan = planOf(wanted, live)
    expect(plan.verdict).toBe('changes')
    expect(configurationWords(plan.configuration)).toMatch(new RegExp(`(^|[:,;] )${name}\\b`))
    expect(planOf(wanted, wanted).verdict).toBe('unchanged')
  })

  it('is part of what is approved', () => {
    expect(changesSince(planHash(facts(other, usual)), facts(usual, usual))).toEqual([expect.stringMatching(/^the configuration: /)])
  })
})

it.each(OF_THE_RUN)('%s alone changes nothing', (name) => {
  expect(planOf(withOther(aSpec(), name), aSpec()).verdict).toBe('unchanged')
})
