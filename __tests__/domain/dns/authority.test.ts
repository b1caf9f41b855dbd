import { expect, test } from '@jest/globals'
import { issuerOf, refuseUnauthorized } from '../../../src/domain/dns/authority.ts'

const issue = (value: string) => ({ tag: 'issue', value })
const issuewild = (value: string) => ({ tag: 'issuewild', value })

test.each<[string, readonly { tag: string; value: string }[], boolean]>([
  ['shop.example.com', [], true],
  ['shop.example.com', [issue('letsencrypt.org')], true],
  ['shop.example.com', [issue('letsencrypt.org; validationmethods=http-01')], true],
  ['shop.example.com', [issue('digicert.com'), issue('letsencrypt.org')], true],
  ['shop.example.com', [{ tag: 'iodef', value: 'mailto:a@example.com' }], true],
  // What is said of wildcards is for them alone, and goes before the rest there.
  ['shop.example.com', [issuewild('digicert.com')], true],
  ['*.example.com', [issue('digicert.com'), issuewild('letsencrypt.org')], true],
  ['shop.example.com', [issue('digicert.com')], false],
  ['shop.example.com', [issue(';')], false],
  ['*.example.com', [issue('digicert.com')], false],
  ['*.example.com', [issue('letsencrypt.org'), issuewild(';')], false],
])('%s with %j: %s', (name, records, allowed) => {
  expect(refuseUnauthorized(name, records, 'letsencrypt.org') === undefined).toBe(allowed)
})

test.each([
  ['', 'letsencrypt.org'],
  ['https://acme-staging-v02.api.letsencrypt.org/directory', 'letsencrypt.org'],
  ['https://acme.zerossl.com/v2/DV90', 'sectigo.com'],
  ['https://pebble:14000/dir', undefined],
])('the authority of the directory %j is %s', (directory, issuer) => {
  expect(issuerOf(directory)).toBe(issuer)
})
