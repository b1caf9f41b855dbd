import type { Context } from '../../context.ts'
import type { Agent } from '../../domain/host/agent-diagnosis.ts'
import { isRunning } from '../../domain/host/host.ts'
import type { Host } from '../../domain/host/host.ts'

/** Whether an order reaches a host now. */
export interface Reach {
  readonly host: Host
  /** Why not, in words; `undefined`: it does. */
  readonly reason: string | undefined
  /** SSM has never heard of the host. */
  readonly isUnknown: boolean
}

/** Of each host whether SSM can send it an order. */
export async function reachOf({ remote }: Pick<Context, 'remote'>, hosts: readonly Host[]): Promise<readonly Reach[]> {
  const ids = hosts.filter(isRunning).map(({ id }) => id)
  const agents = ids.length === 0 ? [] : await remote.agents(ids)
  const known = new Map(agents.map((agent, at) => [ids[at] ?? '', agent]))
  return hosts.map((host) => ({ host, reason: reasonOf(host, known.get(host.id)), isUnknown: known.get(host.id)?.kind === 'unknown' }))
}

function reasonOf({ state }: Host, agent: Agent | undefined): string | undefined {
  if (state !== 'running') return `the host is ${state}`
  return agent?.kind === 'online' ? undefined : 'SSM cannot reach the host'
}
