import type { HostsSeen } from '../rollout/host-status.ts'
import type { HostPlan } from '../host/host-plan.ts'
import { hostIdsOf } from '../release/record.ts'
import type { PlanFacts } from './facts.ts'

/** The release's command runs once, before any host gives the release traffic. */
export interface CommandRun {
  readonly args: readonly string[]
  /** Where it runs: on the first host, which may still have to be launched, alone or in the place of another one. */
  readonly on: { readonly kind: 'host' | 'successor'; readonly id: string } | { readonly kind: 'new-host' }
  /** How many hosts the service has. */
  readonly hosts: number
}

/** Which command of the release a deploy runs, and where; `undefined`: it runs none. */
export function commandRun(facts: PlanFacts, seen: HostsSeen | undefined): CommandRun | undefined {
  const { hostPlan, configuration } = facts
  const args = configuration['release-command']
  const [first] = hostPlan.kind === 'hosts' ? hostPlan.plans : []
  if (hostPlan.kind !== 'hosts' || first === undefined || args.length === 0 || wentLive(facts, first, seen)) return undefined
  return { args, on: placeOf(first), hosts: hostPlan.plans.length }
}

/** Whether the release went live on the first host: its program then runs no command for it again, as its own `went_live` decides. */
function wentLive({ record, release }: PlanFacts, first: HostPlan, seen: HostsSeen | undefined): boolean {
  if (record === undefined || record.release !== release.name) return false
  if (first.kind === 'launch' || first.kind === 'replace') return false
  if (!hostIdsOf(record).includes(first.host.id)) return false
  if (seen?.kind !== 'asked') return true
  return seen.hosts.find(({ hostId }) => hostId === first.host.id)?.status?.release === release.name
}

function placeOf(plan: HostPlan): CommandRun['on'] {
  switch (plan.kind) {
    case 'launch':
      return { kind: 'new-host' }
    case 'replace':
      return { kind: plan.next ? 'host' : 'successor', id: (plan.next ?? plan.host).id }
    case 'start':
    case 'reuse':
      return { kind: 'host', id: plan.host.id }
  }
}
