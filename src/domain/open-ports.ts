/** A port of a host that is open to visitors. */
export interface OpenPort {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
}

/** Ports that a security group lets somebody reach. */
export interface PortRange {
  readonly protocol: OpenPort['protocol']
  readonly from: number
  readonly to: number
}

/** Ports that nobody can reach by these ranges. */
export function closedPorts(ports: readonly OpenPort[], open: readonly PortRange[]): readonly OpenPort[] {
  return ports.filter(({ protocol, port }) => !open.some((range) => range.protocol === protocol && range.from <= port && port <= range.to))
}

/** Ports that are not among the others. */
export function portsBeside(ports: readonly OpenPort[], others: readonly OpenPort[]): readonly OpenPort[] {
  return ports.filter((port) => !hasPort(others, port))
}

/** Whether a port is among others. */
export function hasPort(ports: readonly OpenPort[], { protocol, port }: OpenPort): boolean {
  return ports.some((one) => one.protocol === protocol && one.port === port)
}

/** Such as `no port`, `port 80`, or `ports 80, 443 and 443/udp`. */
export function portWords(ports: readonly OpenPort[]): string {
  const words = ports.map(({ protocol, port }) => (protocol === 'udp' ? `${port}/udp` : String(port)))
  if (words.length === 0) return 'no port'
  if (words.length === 1) return `port ${words[0]}`
  return `ports ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
