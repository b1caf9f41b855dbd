// The published addresses from which CDNs connect to the servers behind them: `npm run cdn-ranges` writes src/domain/release/settings/cdn-ranges.ts.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isCidr } from '../src/domain/container/ip-address.ts'

interface CdnRanges {
  /** When the publisher created the list, or when it was fetched. */
  readonly date: string
  readonly source: string
  readonly ranges: readonly string[]
}

export const TARGET = fileURLToPath(new URL('../src/domain/release/settings/cdn-ranges.ts', import.meta.url))

const CLOUDFLARE = 'https://www.cloudflare.com/ips/'
const AMAZON = 'https://ip-ranges.amazonaws.com/ip-ranges.json'
/** The part of CloudFront that connects to servers, not the one that answers visitors. */
const SERVICE = 'CLOUDFRONT_ORIGIN_FACING'

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TARGET, moduleOf(await published()))

async function published(): Promise<Readonly<Record<string, CdnRanges>>> {
  const [v4, v6, amazon] = await Promise.all(['https://www.cloudflare.com/ips-v4', 'https://www.cloudflare.com/ips-v6', AMAZON].map(textOf))
  const today = new Date().toISOString().slice(0, 10)
  return {
    cloudflare: { date: today, source: CLOUDFLARE, ranges: cloudflareRanges(`${v4}\n${v6}`) },
    cloudfront: cloudfrontRanges(amazon ?? ''),
  }
}

async function textOf(url: string): Promise<string> {
  const answer = await fetch(url)
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`)
  return answer.text()
}

/** One CIDR per line. Throws for anything else. */
export function cloudflareRanges(text: string): readonly string[] {
  return checked(text.split(/\s+/).filter((line) => line !== ''))
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/aws-ip-syntax.html */
export function cloudfrontRanges(json: string): CdnRanges {
  const all = JSON.parse(json) as {
    readonly createDate: string
    readonly prefixes: readonly { readonly ip_prefix: string; readonly service: string }[]
    readonly ipv6_prefixes: readonly { readonly ipv6_prefix: string; readonly service: string }[]
  }
  const v4 = all.prefixes.filter(({ service }) => service === SERVICE).map(({ ip_prefix }) => ip_prefix)
  const v6 = all.ipv6_prefixes.filter(({ service }) => service === SERVICE).map(({ ipv6_prefix }) => ipv6_prefix)
  return { date: all.createDate.slice(0, 10), source: `${AMAZON}, ${SERVICE}`, ranges: checked([...v4, ...v6]) }
}

function checked(ranges: readonly string[]): readonly string[] {
  const wrong = ranges.filter((range) => !isCidr(range) || range.endsWith('/0'))
  if (wrong.length > 0 || ranges.length === 0) throw new Error(`no list of CIDRs: ${JSON.stringify(wrong)}`)
  return ranges
}

/** The source file, formatted as the others. */
export function moduleOf(cdns: Readonly<Record<string, CdnRanges>>): string {
  const entries = Object.entries(cdns).map(([name, { date, source, ranges }]) => {
    const lines = ranges.map((range) => `      '${range}',\n`).join('')
    return `  ${name}: {\n    date: '${date}',\n    source: '${source}',\n    ranges: [\n${lines}    ],\n  },\n`
  })
  const head = '/** Addresses from which CDNs connect to the servers behind them. Written by scripts/cdn-ranges.ts. */\n'
  return `${head}export const CDN_RANGES = {\n${entries.join('')}} as const\n`
}
