import { PRICE_TABLE } from '../../src/adapters/prices/price-table.ts'
import { monthlyCost, plannedHosts } from '../../src/domain/cost/month.ts'
import type { MonthlyCost } from '../../src/domain/cost/month.ts'
import { pricesIn } from '../../src/domain/cost/price-list.ts'
import type { HostPlan, HostsPlan } from '../../src/domain/host/host-plan.ts'
import type { PlanFacts } from '../../src/domain/plan/facts.ts'
import type { Surroundings } from '../../src/domain/plan/infrastructure.ts'
import { NO_SECRET_CHANGES } from '../../src/domain/release/secret-changes.ts'
import { fingerprintOf } from '../../src/domain/release/fingerprint.ts'
import { aHost, aHostSpec, aRecord, aSpec, COMMIT, SERVICE } from './samples.ts'

export const LIVE_COMMIT = 'b'.repeat(40)
export const LIVE = 'bbbbbbbb-12345678'

/** A live service, and a new commit to build for it with the same configuration. */
export function planFacts(changes: Partial<PlanFacts> = {}): PlanFacts {
  const configuration = aSpec()
  return {
    service: SERVICE,
    accountId: '123456789012',
    region: 'us-east-1',
    hostPlan: hosts({ kind: 'reuse', host: aHost() }),
    spec: aHostSpec(),
    record: aRecord({ release: LIVE, commit: LIVE_COMMIT, fingerprint: fingerprintOf(configuration, LIVE) }),
    image: { kind: 'build', repository: 'web', tag: COMMIT, newRepository: false, differences: 0 },
    release: {
      name: '',
      commit: COMMIT,
      migration: false,
      relation: 'ahead',
      commits: [{ sha: COMMIT, title: 'Change it', author: 'ada', url: `https://github.com/acme/web/commit/${COMMIT}` }],
      compareUrl: `https://github.com/acme/web/compare/${LIVE_COMMIT}...${COMMIT}`,
    },
    configuration,
    proxyImage: { reference: 'caddy:2.11.7', given: false },
    secrets: NO_SECRET_CHANGES,
    volumeData: [],
    names: [],
    refusals: [],
    ...changes,
  }
}

/** Nothing of the service exists, and a host would be launched in a default subnet. */
export const BARE: Surroundings = {
  hosts: undefined,
  cost: undefined,
  hostRole: undefined,
  securityGroup: undefined,
  addresses: [],
  launch: { ami: 'ami-1', subnets: [{ id: 'subnet-1', zone: 'us-east-1a' }] },
}

/** One host of the default type, as `status` and `plan` show it. */
export function costOfHost(plan: HostPlan = { kind: 'reuse', host: aHost({ volumeGiB: 16 }) }): MonthlyCost {
  return monthlyCost(plannedHosts([plan], aHostSpec()), {
    prices: pricesIn('us-east-1', PRICE_TABLE),
    idleAddresses: 0,
    schedule: undefined,
  })
}

export function hosts(...plans: readonly HostPlan[]): HostsPlan {
  return { kind: 'hosts', plans }
}
