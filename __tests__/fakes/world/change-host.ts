import type { Host } from '../../../src/domain/host/host.ts'

/** Changes a host, if it is there. */
export function replaceHost(hosts: Host[], id: string, changes: Partial<Host>): void {
  const at = hosts.findIndex((host) => host.id === id)
  const host = hosts[at]
  if (host) hosts[at] = { ...host, ...changes }
}
