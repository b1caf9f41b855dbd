import { describe, expect, it } from '@jest/globals'
import { Invalid } from '../../../../src/domain/field/field.ts'
import { compareFingerprint, fingerprintOf } from '../../../../src/domain/release/fingerprint.ts'
import { releaseName } from '../../../../src/domain/release/release.ts'
import { DOORS } from '../../../../src/domain/release/settings/doors.ts'
import { SPEC } from '../../../../src/domain/release/spec.ts'
import { aSpec, COMMIT, DIGEST } from '../../../fakes/samples.ts'

describe('a door', () => {
  it.each([
    ['basic-auth', 'ssm:/web/production/door', 'ssm:/web/production/door'],
    ['basic-auth', 'secretsmanager:web/production/doors#staging', 'secretsmanager:web/production/doors#staging'],
    ['allow-from', '203.0.113.7, 2001:DB8::1\n203.0.113.0/24 203.0.113.7/32', ['203.0.113.7/32', '2001:db8::1/128', '203.0.113.0/24']],
    ['error-pages', '502=<p>{env.HOME}=</p>\n413=large', { '502': '<p>{env.HOME}=</p>', '413': 'large' }],
    ['request-timeout', '1m30s', 90],
    ['max-body', '10m', 10_485_760],
    ['maintenance-page', '<p>Back soon</p>', '<p>Back soon</p>'],
  ] as const)('is %s: %s', (name, text, value) => {
    expect(DOORS[name].parse(text)).toEqual(value)
  })

  it.each([
    ['basic-auth', 'timmy:sesame'],
    ['basic-auth', 'ssm:'],
    ['allow-from', '0.0.0.0/0'],
    ['allow-from', '{env.ANYBODY}'],
    ['allow-from', 'office.example.com'],
    ['allow-from', '10.0.0.0/33'],
    ['error-pages', '404=nothing'],
    ['error-pages', '502'],
    ['request-timeout', '1s'],
    ['max-body', '1'],
    ['maintenance-page', 'x'.repeat(20_001)],
    ['maintenance', 'on'],
  ] as const)('is not %s: %.30s', (name, text) => {
    expect(() => DOORS[name].parse(text)).toThrow(Invalid)
  })

  it('is not part of a release, and a plan shows its change by name', () => {
    const shut = aSpec({ 'basic-auth': 'ssm:/web/production/door', 'maintenance-page': '<p>hush</p>' })
    expect(releaseName(COMMIT, DIGEST, shut)).toBe(releaseName(COMMIT, DIGEST, aSpec()))
    const record = { release: 'r', fingerprint: fingerprintOf(aSpec(), 'r') }
    expect(compareFingerprint(record, aSpec())).toEqual({ kind: 'unchanged' })
    expect(compareFingerprint(record, shut)).toMatchObject({
      kind: 'named',
      inputs: [{ name: 'basic-auth', before: 'none', after: 'ssm:/web/production/door' }, { name: 'maintenance-page' }],
    })
    expect(JSON.stringify(compareFingerprint(record, shut))).not.toContain('hush')
  })

  it('belongs to the environment, whatever is promoted', () => {
    expect(Object.values(DOORS).map(({ carried }) => carried)).toEqual(Object.keys(DOORS).map(() => 'environment'))
    expect(Object.keys(SPEC)).toEqual(expect.arrayContaining(Object.keys(DOORS)))
  })
})
