import type { Signer } from '../../domain/provenance/signer.ts'
import type { Signer as Verified } from '@sigstore/verify'

type CertificateIdentity = NonNullable<Verified['identity']>

/** Below 1.3.6.1.4.1.57264.1: https://github.com/sigstore/fulcio/blob/main/docs/oid-info.md */
const FULCIO = [1, 3, 6, 1, 4, 1, 57264, 1].join('.')
const REPOSITORY = 12
const COMMIT = 13
const REPOSITORY_ID = 15
const OWNER_ID = 17
const RUN = 21

/** An empty text means that the certificate does not say. */
export function signerOf(identity: CertificateIdentity): Signer {
  const says = (number: number): string => extension(identity, `${FULCIO}.${number}`)
  return {
    issuer: identity.extensions?.issuer ?? '',
    workflow: identity.subjectAlternativeName ?? '',
    repository: says(REPOSITORY),
    repositoryId: says(REPOSITORY_ID),
    ownerId: says(OWNER_ID),
    commit: says(COMMIT),
    run: says(RUN),
  }
}

/** Each is a UTF8String in DER, with its length in one byte (below 128) or in several. */
function extension({ oids = [] }: CertificateIdentity, name: string): string {
  const found = oids.filter(({ oid }) => oid?.id.join('.') === name)
  const [first] = found
  return found.length === 1 && first ? utf8String(Buffer.from(first.value)) : ''
}

const UTF8_STRING = 0x0c

/** ITU-T X.690, 8.1.3: the length is one byte below 128; otherwise the low bits of the first byte say how many bytes of length follow. */
function utf8String(der: Buffer): string {
  const [tag, short = 0] = der
  const extra = short < 0x80 ? 0 : short & 0x7f
  if (tag !== UTF8_STRING || extra > 2 || der.length < 2 + extra) return ''
  const length = extra === 0 ? short : der.readUIntBE(2, extra)
  const text = der.subarray(2 + extra)
  return text.length === length ? text.toString() : ''
}
