import { describe, expect, test } from '@jest/globals'
import { refuseVulnerable, tooSevere } from '../../../src/domain/image/scan.ts'
import type { Severity, Vulnerability } from '../../../src/domain/image/scan.ts'

const found = (name: string, severity: string, fixed = ''): Vulnerability => ({ name, severity, in: 'zlib 1.3', fixed })
const ALL = ['informational', 'medium', 'critical', 'low', 'high', 'undefined', 'untriaged'].map((severity) => found(severity, severity))

describe('max-severity', () => {
  test.each<[Severity, string[]]>([
    ['critical', ['critical']],
    ['high', ['critical', 'high']],
    ['medium', ['critical', 'high', 'medium']],
  ])('%s refuses %j, the worst first', (max, names) => {
    expect(tooSevere(ALL, max).map(({ name }) => name)).toEqual(names)
  })

  test('accepts an image without findings of that severity', () => {
    expect(refuseVulnerable('web', tooSevere([found('a', 'high')], 'critical'), 'critical')).toBeUndefined()
  })

  test('counts, and names ten of many, with their packages and what fixes them', () => {
    const many = [found('CVE-0', 'critical', '1.4'), ...Array.from({ length: 20 }, (_, at) => found(`CVE-${at + 10}`, 'high'))]
    const { code, reason = '', hint } = refuseVulnerable('web@sha256:1', many, 'high') ?? {}
    expect(code).toBe('image-vulnerable')
    expect(reason).toContain('1 critical, 20 high: CVE-0 (critical, zlib 1.3, fixed in 1.4); CVE-10 (high, zlib 1.3);')
    expect(reason).toMatch(/CVE-18 \(high, zlib 1\.3\); 11 more$/)
    expect(hint).toContain('1 of 21 have a fixed version')
  })
})
