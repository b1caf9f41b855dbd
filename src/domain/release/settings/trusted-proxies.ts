import { distinct, readings } from '../../field/list-fields.ts'
import { isIpv4, isIpv6 } from '../../container/ip-address.ts'
import type { About, Field } from '../../field/field.ts'

const EXPECTED = 'vpc, and CIDRs such as 203.0.113.0/24 or 2001:db8::/32; not /0, with which every visitor could claim to be another one'

/** `vpc` and CIDRs, as text separated by commas or white space. Gives each once. */
export function trustedProxies(about: About & { readonly most: number }): Field<readonly string[]> {
  return distinct(readings({ ...about, separator: 'any', expected: EXPECTED, read: trusted }))
}

function trusted(text: string): string | undefined {
  const item = text.toLowerCase()
  return item === 'vpc' || (isCidr(item) && !item.endsWith('/0')) ? item : undefined
}

function isCidr(text: string): boolean {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? []
  return (isIpv4(address) && Number(length) <= 32) || (isIpv6(address) && Number(length) <= 128)
}
