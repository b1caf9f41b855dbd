import type { Specification } from '../release/spec.ts'
import type { Refusal } from '../refusal.ts'
import { stayingHost } from './host-plan.ts'
import type { HostPlan } from './host-plan.ts'

/**
 * Hops of an answer of the instance metadata service: one to the host itself, two to a container.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html
 */
const TO_HOST = 1
const TO_CONTAINERS = 2

/** The hop limit of a new host. */
export function hopLimitFor(spec: Pick<Specification, 'host-role'>): number {
  return spec['host-role'] ? TO_CONTAINERS : TO_HOST
}

/** Refuses `host-role` on a host whose metadata service does not reach containers: the container would wait for it forever. */
export function refuseRoleOutOfReach(spec: Pick<Specification, 'host-role'>, plans: readonly HostPlan[]): Refusal | undefined {
  if (hopLimitFor(spec) < TO_CONTAINERS) return undefined
  const [host] = plans.flatMap((plan) => stayingHost(plan) ?? []).filter(({ hopLimit = TO_CONTAINERS }) => hopLimit < TO_CONTAINERS)
  if (host === undefined) return undefined
  return {
    reason: `host-role: the metadata service of ${host.id} answers no container, because its hop limit is ${host.hopLimit}`,
    hint: `Run aws ec2 modify-instance-metadata-options --instance-id ${host.id} --http-put-response-hop-limit ${TO_CONTAINERS}, or leave host-role out.`,
  }
}
