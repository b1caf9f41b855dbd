import type { Host } from './host.ts'

/** Whether SSM can reach a host, and if not, its last contact with the agent. */
export type Agent =
  | { readonly kind: 'online' }
  | { readonly kind: 'offline'; readonly lastSeen: Date | undefined }
  | { readonly kind: 'unknown' }

interface AgentFacts {
  readonly host: Pick<Host, 'id' | 'state' | 'instanceProfile' | 'publicIp'>
  readonly agent: Agent
}

/** The most likely reason why SSM cannot reach a host, and the next step. */
export function diagnoseAgent({ host, agent }: AgentFacts): { readonly reason: string; readonly hint: string } {
  if (host.state !== 'running') return { reason: `${host.id} is ${host.state}`, hint: hintOfState(host.state) }
  if (host.instanceProfile === undefined) {
    return {
      reason: `${host.id} has no instance profile, so its agent has no credentials`,
      hint: 'Attach an instance profile whose role can register with SSM (see docs/permissions.md), or leave instance-id empty to get a host that has one.',
    }
  }
  if (agent.kind === 'offline') {
    const seen = agent.lastSeen ? `, last seen at ${agent.lastSeen.toISOString()}` : ''
    return {
      reason: `the agent of ${host.id} lost its connection${seen}`,
      hint: 'Reboot the host, or look at the agent on it: it may be stopped, out of memory or out of disk.',
    }
  }
  const network =
    host.publicIp === undefined
      ? 'it has no public address, so it needs NAT or VPC endpoints for ssm, ssmmessages and ec2messages'
      : 'its subnet needs a route to the internet'
  return {
    reason: `the agent of ${host.id} never registered; ${network}`,
    hint: `Check the subnet's routes, that the role of ${host.instanceProfile} can register with SSM, and that the machine image has the SSM agent. Raise host-timeout if it boots slowly.`,
  }
}

function hintOfState(state: Exclude<Host['state'], 'running'>): string {
  switch (state) {
    case 'pending':
      return 'It is still booting: run this again, or raise host-timeout.'
    case 'stopping':
    case 'stopped':
      return 'Somebody stopped it in the meantime. Run this again to start it.'
    default:
      return 'Run this again to launch a new host. If instance-id names this one, change it or leave it out.'
  }
}
