import { field, Invalid } from '../domain/fields.ts'
import type { About, Field } from '../domain/fields.ts'

const EXPECTED = 'vpc, and CIDRs such as 203.0.113.0/24 or 2001:db8::/32'

/** `vpc` and CIDRs, separated by commas or white space; each once, in their order. */
export function trustedProxies(about: About & { readonly most: number }): Field<readonly string[]> {
  return field(about, (raw) => {
    const items = [...new Set(raw.split(/[\s,]+/).filter((item) => item !== ''))].map((item) => item.toLowerCase())
    const wrong = items.find((item) => item !== 'vpc' && !isCidr(item))
    if (wrong !== undefined) throw new Invalid(`${EXPECTED}; not ${JSON.stringify(wrong)}`)
    const everybody = items.find((item) => item.endsWith('/0'))
    if (everybody !== undefined) throw new Invalid(`${EXPECTED}; ${everybody} would let every visitor claim to be another one`)
    if (items.length > about.most) throw new Invalid(`${about.most} at most; there are ${items.length}`)
    return items
  })
}

function isCidr(text: string): boolean {
  const [, address = '', length = ''] = /^([0-9a-f.:]+)\/(\d{1,3})$/.exec(text) ?? []
  return (isIPv4(address) && Number(length) <= 32) || (isIPv6(address) && Number(length) <= 128)
}

function isIPv4(address: string): boolean {
  return /^(\d{1,3}\.){3}\d{1,3}$/.test(address) && address.split('.').every((part) => Number(part) <= 255)
}

/** https://url.spec.whatwg.org/#concept-ipv6-parser */
function isIPv6(address: string): boolean {
  return address.includes(':') && !address.includes('.') && URL.canParse(`http://[${address}]/`)
}
