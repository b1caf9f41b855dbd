import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { cloudflareRanges, cloudfrontRanges, moduleOf, TARGET } from '../../scripts/cdn-ranges.ts'
import { isCidr } from '../../src/domain/container/ip-address.ts'
import { CDN_RANGES } from '../../src/domain/release/settings/cdn-ranges.ts'
import { trustedProxies, trustedRanges } from '../../src/domain/release/settings/trusted-proxies.ts'

const AMAZON = {
  createDate: '2026-10-06-13-17-06',
  prefixes: [
    { ip_prefix: '192.0.2.0/24', service: 'CLOUDFRONT_ORIGIN_FACING' },
    { ip_prefix: '198.51.100.0/24', service: 'CLOUDFRONT' },
  ],
  ipv6_prefixes: [{ ipv6_prefix: '2001:db8::/32', service: 'CLOUDFRONT_ORIGIN_FACING' }],
}

describe('the addresses of CDNs', () => {
  it('are as the script writes them, with date and source', () => {
    expect(readFileSync(TARGET, 'utf8')).toBe(moduleOf(CDN_RANGES))
    for (const { date, source, ranges } of Object.values(CDN_RANGES)) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
      expect(source).toMatch(/^https:\/\//)
      expect(ranges.filter((range) => !isCidr(range) || range.endsWith('/0'))).toEqual([])
      expect(new Set(ranges).size).toBe(ranges.length)
    }
  })

  it('are taken from what is published, and from nothing else', () => {
    expect(cloudflareRanges('192.0.2.0/24\n2001:db8::/32\n')).toEqual(['192.0.2.0/24', '2001:db8::/32'])
    expect(cloudfrontRanges(JSON.stringify(AMAZON))).toMatchObject({ date: '2026-10-06', ranges: ['192.0.2.0/24', '2001:db8::/32'] })
    for (const wrong of ['<html>', '0.0.0.0/0', '']) expect(() => cloudflareRanges(wrong)).toThrow('no list of CIDRs')
  })

  it('stand behind their names', () => {
    const field = trustedProxies({ most: 50, group: 'g', description: 'd' })
    expect(field.parse('VPC, Cloudflare cloudfront 192.0.2.0/24')).toEqual(['vpc', 'cloudflare', 'cloudfront', '192.0.2.0/24'])
    expect(() => field.parse('constructor')).toThrow('vpc, cloudflare, cloudfront')
    const { cloudflare, cloudfront } = CDN_RANGES
    expect(trustedRanges(['vpc', 'cloudflare', '192.0.2.0/24'], ['10.0.0.0/16', '192.0.2.0/24'])).toEqual([
      '10.0.0.0/16',
      '192.0.2.0/24',
      ...cloudflare.ranges,
    ])
    expect(trustedRanges(['cloudfront'], [])).toEqual(cloudfront.ranges)
  })
})
