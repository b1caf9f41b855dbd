import { describe, expect, test } from '@jest/globals'
import { attestedBy, judge, refuseUnattested } from '../../../src/domain/provenance/attestation.ts'
import type { Checked, Judged } from '../../../src/domain/provenance/attestation.ts'
import { contentsOf } from '../../../src/domain/provenance/contents.ts'
import { statementOf } from '../../../src/domain/provenance/statement.ts'
import { aDigest, EXPECTED, provenanceOf, SIGNER } from '../../fakes/attested.ts'
import { fc } from '../../fakes/properties.ts'

const [INDEX, AMD, ARM, OTHER] = ['index', 'amd64', 'arm64', 'other'].map(aDigest) as [string, string, string, string]

const signed = (statement: unknown, type = 'application/vnd.in-toto+json'): Checked => ({
  kind: 'signed',
  signer: SIGNER,
  type,
  payload: JSON.stringify(statement),
})
const judgedOf = (checked: Checked): Judged => judge({ source: 'attestation', text: '' }, checked, EXPECTED)
const entry = (digest: string, platform?: string, annotations = {}): object => {
  const [os, architecture] = platform?.split('/') ?? []
  return { digest, ...(platform !== undefined && { platform: { os, architecture } }), annotations }
}
const contents = (...manifests: object[]) => contentsOf(INDEX, JSON.stringify({ manifests }), 'linux/amd64')
const RECORD = { 'vnd.docker.reference.type': 'attestation-manifest' }

describe('an attestation', () => {
  test('is of its subjects', () => {
    expect(judgedOf(signed(provenanceOf(AMD)))).toMatchObject({ kind: 'good', subjects: [AMD] })
  })

  test.each<[string, Checked, string]>([
    ['with a bad signature', { kind: 'invalid', reason: 'signature verification failed' }, 'signature verification failed'],
    [
      'that is a list of packages',
      signed(provenanceOf(AMD, { predicateType: 'https://spdx.dev/Document' })),
      'not how the image was built',
    ],
    ['of another kind of payload', signed(provenanceOf(AMD), 'text/plain'), 'not an in-toto statement'],
    ['of no statement', signed({ hello: 1 }), 'not an in-toto statement'],
    ['without subjects', signed(provenanceOf(AMD, { subject: 'all' })), 'not an in-toto statement'],
    [
      'by somebody else',
      { ...signed(provenanceOf(AMD)), signer: { ...SIGNER, repository: 'https://github.com/evil/web' } } as Checked,
      'evil/web',
    ],
  ])('%s counts for nothing', (_, checked, reason) => {
    expect(judgedOf(checked)).toMatchObject({ kind: 'bad', reason: expect.stringContaining(reason) })
  })

  test('is never more than a statement that can be read', () => {
    fc.assert(
      fc.property(fc.json(), (payload) => {
        const { subjects = [] } = statementOf({ type: 'application/vnd.in-toto+json', payload }) ?? {}
        return subjects.every((subject) => subject.startsWith('sha256:'))
      }),
    )
  })
})

describe('an image is attested', () => {
  const good = (...subjects: string[]): Judged => ({ kind: 'good', source: 'attestation', signer: SIGNER, subjects })
  const alone = { choices: [AMD], buildRecords: [] }

  test.each<[string, string, ReturnType<typeof contents>, Judged[]]>([
    ['itself', AMD, alone, [good(AMD)]],
    ['among others', AMD, alone, [good(OTHER), good(OTHER, AMD)]],
    ['as an index', INDEX, contents(entry(AMD, 'linux/amd64'), entry(ARM, 'linux/arm64')), [good(INDEX)]],
    ["by its platform's manifest", INDEX, contents(entry(AMD, 'linux/amd64'), entry(ARM, 'linux/arm64')), [good(AMD)]],
    ['by all that a host may choose', INDEX, contents(entry(AMD, 'linux/amd64'), entry(OTHER, 'linux/amd64')), [good(AMD), good(OTHER)]],
  ])('%s', (_, digest, of, judged) => {
    expect(attestedBy(digest, of!, judged)).toContain(SIGNER)
  })

  test.each<[string, string, ReturnType<typeof contents>, Judged[]]>([
    ['by nothing', AMD, alone, []],
    ['by what is of another image', AMD, alone, [good(OTHER)]],
    ['by what was found bad', AMD, alone, [{ kind: 'bad', source: 'attestation', reason: '' }]],
    ['by an index that it is in', AMD, alone, [good(INDEX)]],
    ["by another platform's manifest", INDEX, contents(entry(AMD, 'linux/amd64'), entry(ARM, 'linux/arm64')), [good(ARM)]],
    ['by one of two that a host may choose', INDEX, contents(entry(AMD, 'linux/amd64'), entry(OTHER, 'linux/amd64')), [good(AMD)]],
    ['beside one whose platform nobody tells', INDEX, contents(entry(AMD, 'linux/amd64'), entry(OTHER)), [good(AMD)]],
    [
      'beside one that only says it is a record',
      INDEX,
      contents(entry(AMD, 'linux/amd64'), entry(OTHER, 'linux/amd64', RECORD)),
      [good(AMD)],
    ],
    ['by the record of its build', INDEX, contents(entry(AMD, 'linux/amd64'), entry(OTHER, 'unknown/unknown', RECORD)), [good(OTHER)]],
    ...['linux/x86_64', 'Linux/amd64', 'linux/386', '/amd64', 'linux/X86-64'].map(
      (platform) =>
        [
          `beside one for ${platform}, which a host may choose, too`,
          INDEX,
          contents(entry(AMD, 'linux/amd64'), entry(OTHER, platform)),
          [good(AMD)],
        ] as [string, string, ReturnType<typeof contents>, Judged[]],
    ),
    ['where it is for no host', INDEX, contents(entry(ARM, 'linux/arm64')), [good(ARM)]],
  ])('not %s', (_, digest, of, judged) => {
    expect(attestedBy(digest, of!, judged)).toBeUndefined()
  })
})

describe('a manifest', () => {
  test('has records of buildx beside its images', () => {
    expect(contents(entry(AMD, 'linux/amd64'), entry(OTHER, 'unknown/unknown', RECORD))).toEqual({ choices: [AMD], buildRecords: [OTHER] })
  })

  test('of one image is itself the choice', () => {
    expect(contentsOf(AMD, '{"layers":[]}', 'linux/amd64')).toEqual({ choices: [AMD], buildRecords: [] })
  })

  test.each(['', '<html>', 'null', '[]', '7', '{"manifests":{}}', '{"manifests":[7]}', '{"manifests":[{"digest":"sha256:short"}]}'])(
    'is not %j',
    (text) => {
      expect(contentsOf(INDEX, text, 'linux/amd64')).toBeUndefined()
    },
  )

  const [own, evil] = [JSON.stringify(entry(AMD, 'linux/amd64')), JSON.stringify(entry(OTHER, 'linux/amd64'))]
  const PLATFORM = '"platform":{"os":"linux","architecture":"arm64"}'
  test.each([
    `{"manifests":[${evil}],"manifests":[${own}]}`,
    `{"manifests":[${own}],"Manifests":[${evil}]}`,
    `{"manifests":[${own}],"manife\u017Fts":[${evil}]}`,
    `{"manifests":[${own}],"manife\\u017fts":[${evil}]}`,
    `{"manifests":[${own},{"digest":"${OTHER}",${PLATFORM},"Platform":{"os":"linux","architecture":"amd64"}}]}`,
    `{"manifests":[${own},{"digest":"${OTHER}","platform":{"os":"linux","architecture":"arm64","Architecture":"amd64"}}]}`,
    `{"manifests":[${own}],"config":{"digest":"${OTHER}"},"layers":[]}`,
    `{"manifests":[${own}],"annotations":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
  ])('is refused if a host could read it differently, %#', (text) => {
    expect(contentsOf(INDEX, text, 'linux/amd64')).toBeUndefined()
  })

  test('can have any text in its annotations', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ unit: 'binary' }), (one, other) => {
        const annotations = { one: `${one}":`, other: `"${other}\\"`, [`"${one}":`]: '' }
        expect(contents(entry(AMD, 'linux/amd64', annotations))).toEqual({ choices: [AMD], buildRecords: [] })
      }),
    )
  })

  test('is read whatever its size', () => {
    expect(contents(entry(AMD, 'linux/amd64', { long: '\\"'.repeat(1_000_000) }))).toEqual({ choices: [AMD], buildRecords: [] })
  })

  test('has no more entries than an image has', () => {
    expect(contents(...Array.from({ length: 65 }, () => entry(AMD)))).toBeUndefined()
  })
})

describe('a refusal', () => {
  test('says that nothing was found', () => {
    expect(refuseUnattested('web@sha256:1', [])).toMatchObject({
      code: 'image-not-attested',
      reason: expect.stringContaining('none was found'),
    })
  })

  test('tells a few reasons of many', () => {
    const bad = Array.from({ length: 50 }, (_, at): Judged => ({ kind: 'bad', source: 'attestation', reason: `reason ${at}` }))
    const { reason } = refuseUnattested('web@sha256:1', bad)
    expect(reason).toContain('reason 4; 45 more')
    expect(reason).not.toContain('reason 5')
  })
})
