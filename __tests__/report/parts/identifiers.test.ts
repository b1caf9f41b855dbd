import { describe, expect, it } from '@jest/globals'
import { EXPLANATIONS } from '../../../src/domain/cause/cause.ts'
import { linkFiles, quoteIdentifiers } from '../../../src/report/parts/identifiers.ts'
import { fc } from '../../fakes/properties.ts'

describe('what a reader copies or looks up is code', () => {
  it.each([
    ['Raise health-timeout.', 'Raise `health-timeout`.'],
    ['Set allow-replacement: true for a new host', 'Set `allow-replacement: true` for a new host'],
    ['Set the input port, or port to another', 'Set the input `port`, or port to another'],
    ['Check the inputs ami and aws-region.', 'Check the inputs `ami` and `aws-region`.'],
    ['See command: status, and wait', 'See `command: status`, and wait'],
    ['instance-type: t3a.small is cheaper', '`instance-type: t3a.small` is cheaper'],
    ['bake-time: 5m', '`bake-time: 5m`'],
    ['aws-region: missing', '`aws-region`: missing'],
    ['give the job id-token: write', 'give the job `id-token: write`'],
    ['commit c0ffee00, over bbbbbbbb-12345678', 'commit `c0ffee00`, over `bbbbbbbb-12345678`'],
    ['i-0123456789abcdef0 (t3.small)', '`i-0123456789abcdef0` (t3.small)'],
    [`sha256:${'ab'.repeat(32)}`, '`sha256:abababababab`'],
    [`acme/web:1@sha256:${'ab'.repeat(32)}`, '`acme/web:1@sha256:abababababab`'],
    [`web:${'ab'.repeat(20)}, to be built`, '`web:abababab…`, to be built'],
    [`acme/web:${'ab'.repeat(20)}-0123456789ab`, '`acme/web:abababab…-0123456789ab`'],
    ['set `health-path` and port', 'set `health-path` and port'],
  ])('%s', (text, quoted) => {
    expect(quoteIdentifiers(text)).toBe(quoted)
  })

  it.each([
    'the disk is read-only',
    'the port of the host, its environment and its secrets',
    'docs/guides/canary-steps.md and ./health-path',
    'the inputs of the step',
    'a lone ` before health-timeout',
    'leftover web.production.c0ffee00-12345678',
    'https://example.com/i-0123456789abcdef0',
  ])('but not in: %s', (text) => {
    expect(quoteIdentifiers(text)).toBe(text)
  })

  it('keeps every text but for backticks and the end of digests', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('`', ' ', 'input ', 'port', 'env', ': true', 'health-path', 'i-12345678', '-', '.')),
        (parts) => {
          const text = parts.join('')
          expect(quoteIdentifiers(text).replaceAll('`', '')).toBe(text.replaceAll('`', ''))
        },
      ),
    )
  })

  // A time for each pair of words would be minutes.
  it.each(['a:', 'sha256:', 'https://', 'port ', 'port: a, ', 'input port, ', 'inputs a, b and '])(
    'reads a text of nothing but %j in a time that grows only with its length',
    (part) => {
      const text = part.repeat(400_000 / part.length)
      expect(quoteIdentifiers(text).replaceAll('`', '')).toBe(text)
    },
  )

  it('has each hint of a host with pairs of backticks', () => {
    for (const { hint, summary } of Object.values(EXPLANATIONS)) expect(`${hint}${summary}`.split('`').length % 2).toBe(1)
  })
})

it('links the files of the action, and no others', () => {
  const text = 'see docs/guides/deploy/secrets.md, (examples/workflows/attested.yml) or https://example.com/docs/x.md'
  expect(linkFiles(text, (path) => `https://x/${path}`)).toBe(
    'see [docs/guides/deploy/secrets.md](https://x/docs/guides/deploy/secrets.md), ([examples/workflows/attested.yml](https://x/examples/workflows/attested.yml)) or https://example.com/docs/x.md',
  )
})
