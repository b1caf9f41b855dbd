/** A port of a host that visitors reach. */
export interface OpenPort {
  readonly protocol: 'tcp' | 'udp'
  readonly port: number
}

/** Of a release. */
interface ServedBy {
  readonly 'http-port': number
  /** `off` for HTTP alone. */
  readonly tls: string
  readonly 'https-port': number
  /** Whether visitors come by another proxy of the host, which has ports of its own. */
  readonly 'external-proxy'?: boolean | undefined
}

/** The ports by which a service is reached; HTTP/3 comes by UDP. */
export function portsOf({
  'external-proxy': external = false,
  tls,
  'http-port': http,
  'https-port': https,
}: ServedBy): readonly OpenPort[] {
  if (external) return []
  const plain = [{ protocol: 'tcp', port: http }] as const
  return tls === 'off' ? plain : [...plain, { protocol: 'tcp', port: https }, { protocol: 'udp', port: https }]
}

/** Those of the first that are not among the others. */
export function portsBeside(ports: readonly OpenPort[], others: readonly OpenPort[]): readonly OpenPort[] {
  return ports.filter((one) => others.every((other) => !isSame(one, other)))
}

function isSame(one: OpenPort, other: OpenPort): boolean {
  return one.protocol === other.protocol && one.port === other.port
}

/** Such as `no port`, `port 80`, or `ports 80, 443 and 443/udp`. */
export function portWords(ports: readonly OpenPort[]): string {
  const words = ports.map(({ protocol, port }) => (protocol === 'udp' ? `${port}/udp` : String(port)))
  if (words.length === 0) return 'no port'
  if (words.length === 1) return `port ${words[0]}`
  return `ports ${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
