import { distinct, readings } from '../../field/list-fields.ts'
import { isCidr } from '../../container/ip-address.ts'
import type { About, Field } from '../../field/field.ts'
import { CDN_RANGES } from './cdn-ranges.ts'

const EXPECTED =
  'vpc, cloudflare, cloudfront, and CIDRs such as 203.0.113.0/24 or 2001:db8::/32; not /0, with which every visitor could claim to be another one'

/** Known names and CIDRs, as text separated by commas or white space. Returns each once. */
export function trustedProxies(about: About & { readonly most: number }): Field<readonly string[]> {
  return distinct(readings({ ...about, separator: 'any', expected: EXPECTED, read: trusted }))
}

function trusted(text: string): string | undefined {
  const item = text.toLowerCase()
  return item === 'vpc' || isCdn(item) || (isCidr(item) && !item.endsWith('/0')) ? item : undefined
}

/** The CIDRs of the items, each once. `vpc`: those of the hosts' own network. */
export function trustedRanges(items: readonly string[], vpc: readonly string[]): readonly string[] {
  return [...new Set(items.flatMap((item) => (item === 'vpc' ? vpc : isCdn(item) ? CDN_RANGES[item].ranges : [item])))]
}

function isCdn(item: string): item is keyof typeof CDN_RANGES {
  return Object.hasOwn(CDN_RANGES, item)
}
