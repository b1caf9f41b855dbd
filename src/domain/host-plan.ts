import { isOwn } from './host.ts'
import type { Host, HostSpec } from './host.ts'
import type { ReleaseRecord } from './release.ts'

/** What to do about the host, as data: it is shown, tested and only then applied. */
export type HostPlan =
  | { readonly kind: 'launch' }
  | { readonly kind: 'start'; readonly host: Host }
  | { readonly kind: 'reuse'; readonly host: Host }
  /** `next` is the successor when an earlier run was interrupted after launching it. */
  | { readonly kind: 'replace'; readonly host: Host; readonly next: Host | undefined }
  | { readonly kind: 'refuse'; readonly reason: string; readonly next: string }

/** `observed`: the hosts that carry the service's tags, or the one that `instance-id` names; none of them terminated. */
export function planHost(spec: HostSpec, observed: readonly Host[]): HostPlan {
  if (spec.instanceId !== undefined) return planNamedHost(spec.instanceId, observed)
  const pair = replacementPair(observed)
  if (pair) return { kind: 'replace', ...pair }
  const [host, ...others] = observed
  if (!host) return { kind: 'launch' }
  if (others.length > 0) {
    const ids = observed.map(({ id }) => id).join(', ')
    return {
      kind: 'refuse',
      reason: `${observed.length} hosts carry the tags of ${spec.service.name} (${spec.service.environment}): ${ids}`,
      next: 'Set the input instance-id to the right one, or remove the tags from the others.',
    }
  }
  if (isOwn(host, spec.service) && host.instanceType !== spec.instanceType) {
    if (spec.replace) return { kind: 'replace', host, next: undefined }
    return {
      kind: 'refuse',
      reason: `${host.id} is a ${host.instanceType}, and instance-type asks for ${spec.instanceType}, which needs a new host`,
      next: `Set instance-type: ${host.instanceType} to keep it, or replace: true to launch a ${spec.instanceType} and move the service there.`,
    }
  }
  return startOrReuse(host)
}

/** Whether nothing is left to do about the port and the address of a host that is there: an earlier run has finished it. */
export function isSettled(host: Host, { httpPort, elasticIp }: HostSpec, record: ReleaseRecord | undefined): boolean {
  return record?.hostId === host.id && record.httpPort === httpPort && (host.elasticIp || !elasticIp)
}

function planNamedHost(id: string, observed: readonly Host[]): HostPlan {
  const host = observed.find((candidate) => candidate.id === id)
  if (!host) {
    return {
      kind: 'refuse',
      reason: `instance-id ${id} does not exist in this region, or was terminated`,
      next: 'Check the inputs instance-id and aws-region.',
    }
  }
  return startOrReuse(host)
}

function startOrReuse(host: Host): HostPlan {
  return host.state === 'stopped' || host.state === 'stopping' ? { kind: 'start', host } : { kind: 'reuse', host }
}

function replacementPair(observed: readonly Host[]): { host: Host; next: Host } | undefined {
  if (observed.length !== 2) return undefined
  const next = observed.find(({ replaces }) => replaces !== undefined)
  const host = observed.find(({ id }) => id === next?.replaces)
  return next && host ? { host, next } : undefined
}
