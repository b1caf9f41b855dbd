/** Without leading zeros, which some programs read as octal, and which Docker and the proxy refuse. */
export function isIpv4(text: string): boolean {
  return /^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)
}

/** RFC 4291, section 2.2, without an embedded IPv4 address. */
export function isIpv6(text: string): boolean {
  const [head = '', tail, ...more] = text.split('::')
  const groups = [head, tail ?? ''].flatMap((part) => (part === '' ? [] : part.split(':')))
  const fits = tail === undefined ? groups.length === 8 : groups.length < 8
  return text.includes(':') && more.length === 0 && fits && groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))
}

/** An address with a prefix length. */
export function isCidr(text: string): boolean {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? []
  return (isIpv4(address) && Number(length) <= 32) || (isIpv6(address) && Number(length) <= 128)
}
