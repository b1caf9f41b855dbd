import { beforeAll, describe, expect, test } from '@jest/globals'
import { TrustedRoot } from '@sigstore/protobuf-specs'
import { openAuthority } from '../../../local/sigstore/authority.ts'
import type { Authority, Bundle } from '../../../local/sigstore/authority.ts'
import { sigstoreVerifier } from '../../../src/adapters/sigstore/bundle-verifier.ts'
import type { Checked } from '../../../src/domain/provenance/attestation.ts'
import { aDigest, BUILD_JOB, provenanceOf, SIGNER } from '../../fakes/attested.ts'
import { MINUTE } from '../../../src/domain/duration.ts'

const DIGEST = aDigest('image')
const STATEMENT = provenanceOf(DIGEST)

let authority: Authority
let stranger: Authority
let good: Bundle

beforeAll(async () => {
  authority = await openAuthority()
  stranger = await openAuthority()
  good = await authority.sign(STATEMENT, BUILD_JOB)
})

const check = (bundle: unknown, by: readonly Authority[] = [authority]): Promise<Checked> =>
  sigstoreVerifier(async () => by.map(({ root }) => TrustedRoot.fromJSON(JSON.parse(root)))).check(
    typeof bundle === 'string' ? bundle : JSON.stringify(bundle),
  )

/** The bundle with another value at one place. */
function changed(path: readonly (string | number)[], value: unknown): Bundle {
  const copy = structuredClone(good)
  const last = path.at(-1) ?? ''
  const parent = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, key) => at[key] as Record<string, unknown>, copy)
  parent[last] = value
  return copy
}

describe('a bundle', () => {
  test('shows who signed what', async () => {
    const { dsseEnvelope } = good
    expect(await check(good)).toEqual({
      kind: 'signed',
      type: 'application/vnd.in-toto+json',
      payload: Buffer.from(dsseEnvelope.payload, 'base64').toString(),
      signer: { ...SIGNER, run: 'https://github.com/acme/web/actions/runs/7/attempts/1' },
    })
  })

  test('reads long values of the certificate', async () => {
    const workflow = `acme/web/.github/workflows/${'x'.repeat(300)}.yml@refs/heads/main`
    const repository = `acme/${'y'.repeat(140)}`
    const checked = await check(await authority.sign(STATEMENT, { ...BUILD_JOB, workflow, repository }))
    expect(checked).toMatchObject({
      signer: { workflow: `https://github.com/${workflow}`, repository: `https://github.com/${repository}` },
    })
  })

  test('is accepted if one of several roots trusts it', async () => {
    expect(await check(good, [stranger, authority])).toMatchObject({ kind: 'signed' })
  })

  test.each([0, 9 * MINUTE])('can be logged %d ms after its certificate was issued', async (later) => {
    const certified = new Date()
    const bundle = await authority.sign(STATEMENT, BUILD_JOB, { certified, logged: new Date(certified.getTime() + later) })
    expect(await check(bundle)).toMatchObject({ kind: 'signed' })
  })
})

describe('with a root that has a timestamp authority and no log', () => {
  let timed: Authority
  let bundle: Bundle
  beforeAll(async () => {
    timed = await openAuthority('timestamps')
    bundle = await timed.sign(STATEMENT, BUILD_JOB)
  })
  const material = (changes: object): object => ({ ...bundle, verificationMaterial: { ...bundle.verificationMaterial, ...changes } })

  test('a bundle with its timestamp shows who signed what', async () => {
    expect(await check(bundle, [timed])).toMatchObject({ kind: 'signed', signer: { repository: 'https://github.com/acme/web' } })
    expect(await check(bundle, [authority, timed])).toMatchObject({ kind: 'signed' })
  })

  test.each<[string, () => Promise<unknown>]>([
    ['without a timestamp', async () => material({ timestampVerificationData: { rfc3161Timestamps: [] } })],
    [
      "with another signature's timestamp",
      async () => {
        const { verificationMaterial: other } = await timed.sign(STATEMENT, BUILD_JOB)
        return material({ timestampVerificationData: other.timestampVerificationData })
      },
    ],
    [
      'with a timestamp of an authority that is not trusted',
      async () => {
        const { verificationMaterial: other } = await (await openAuthority('timestamps')).sign(STATEMENT, BUILD_JOB)
        return material({ timestampVerificationData: other.timestampVerificationData })
      },
    ],
    [
      'with the entry of a log that nobody trusts, instead of a timestamp',
      async () => material({ timestampVerificationData: undefined, tlogEntries: good.verificationMaterial.tlogEntries }),
    ],
    [
      'whose certificate had ended by then',
      async () => timed.sign(STATEMENT, BUILD_JOB, { certified: new Date(), logged: new Date(Date.now() + 11 * MINUTE) }),
    ],
    ['of another root', async () => good],
  ])('a bundle %s is rejected', async (_, made) => {
    expect(await check(await made(), [timed])).toMatchObject({ kind: 'invalid' })
  })

  test('such a bundle is rejected if a log entry is required', async () => {
    expect(await check(bundle)).toMatchObject({ kind: 'invalid' })
  })
})

describe('a bundle is rejected', () => {
  test.each([-MINUTE, 11 * MINUTE])(
    'with a certificate that was not valid when it was logged, %d ms after it was issued',
    async (later) => {
      const certified = new Date()
      const bundle = await authority.sign(STATEMENT, BUILD_JOB, { certified, logged: new Date(certified.getTime() + later) })
      expect(await check(bundle)).toMatchObject({ kind: 'invalid', reason: expect.stringMatching(/certificate/) })
    },
  )

  test('from an untrusted root', async () => {
    expect(await check(await stranger.sign(STATEMENT, BUILD_JOB))).toMatchObject({ kind: 'invalid' })
  })

  test('if no root is trusted', async () => {
    expect(await check(good, [])).toEqual({ kind: 'invalid', reason: 'there is no root to trust' })
  })

  const other = Buffer.from(JSON.stringify(provenanceOf(aDigest('another image')))).toString('base64')
  test.each<[string, readonly (string | number)[], unknown]>([
    ['its payload was changed', ['dsseEnvelope', 'payload'], other],
    ['its payload has another type', ['dsseEnvelope', 'payloadType'], 'text/plain'],
    ['its signature is invalid', ['dsseEnvelope', 'signatures', 0, 'sig'], Buffer.alloc(70).toString('base64')],
    ['it has no signature', ['dsseEnvelope', 'signatures'], []],
    ['no log saw it', ['verificationMaterial', 'tlogEntries'], []],
    ['the log saw it at another time', ['verificationMaterial', 'tlogEntries', 0, 'integratedTime'], '1'],
    ['the log did not promise it', ['verificationMaterial', 'tlogEntries', 0, 'inclusionPromise', 'signedEntryTimestamp'], 'AAAA'],
    ['it has a key instead of a certificate', ['verificationMaterial'], { publicKey: { hint: 'x' }, tlogEntries: [] }],
    ['its certificate is malformed', ['verificationMaterial', 'certificate', 'rawBytes'], 'AAAA'],
  ])('if %s', async (_, path, value) => {
    expect(await check(changed(path, value))).toMatchObject({ kind: 'invalid' })
  })

  test("with another one's log entry", async () => {
    const { verificationMaterial } = await authority.sign(STATEMENT, BUILD_JOB)
    expect(await check({ ...good, verificationMaterial })).toMatchObject({ kind: 'invalid' })
  })

  test.each([
    '',
    'null',
    '[]',
    '{}',
    '"text"',
    '<html>',
    '{"mediaType":{}}',
    '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
    '['.repeat(9999),
  ])('if it is %.30s', async (text) => {
    expect(await check(text)).toMatchObject({ kind: 'invalid' })
  })
})
