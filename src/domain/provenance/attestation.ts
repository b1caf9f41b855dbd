import type { Refusal } from '../refusal.ts'
import type { Contents } from './contents.ts'
import { otherThan } from './signer.ts'
import type { ExpectedSigner, Signer } from './signer.ts'
import { isProvenance, statementOf } from './statement.ts'

/** A Sigstore bundle, or other content in its place. */
export interface Candidate {
  /** Where it was found, for messages. */
  readonly source: string
  /** Empty if it could not be read. */
  readonly text: string
  /** Why it could not be read. */
  readonly fault?: string
}

/** The result of checking a bundle's signature, certificate and log entry. */
export type Checked =
  | { readonly kind: 'signed'; readonly signer: Signer; readonly type: string; readonly payload: string }
  | { readonly kind: 'invalid'; readonly reason: string }

/** One attestation: the digests of the image that it covers, or why it covers none. */
export type Judged = { readonly source: string } & (
  | { readonly kind: 'good'; readonly signer: Signer; readonly subjects: readonly string[] }
  | { readonly kind: 'bad'; readonly reason: string }
)

/** Whether an attestation proves how an image was built, and by the expected signer. It may be of another image: `attestedBy` looks at that. */
export function judge({ source }: Candidate, checked: Checked, expected: ExpectedSigner): Judged {
  const bad = (reason: string): Judged => ({ kind: 'bad', source, reason })
  if (checked.kind === 'invalid') return bad(checked.reason)
  const statement = statementOf(checked)
  if (statement === undefined) return bad('what was signed is not an in-toto statement')
  if (!isProvenance(statement)) return bad(`it says ${statement.predicateType}, not how the image was built`)
  const other = otherThan(checked.signer, expected)
  return other === undefined ? { kind: 'good', source, signer: checked.signer, subjects: statement.subjects } : bad(other)
}

/**
 * The image's signers: one if the digest itself is attested; otherwise one for each manifest that the host can choose. `undefined`
 * if one of them has none.
 */
export function attestedBy(digest: string, { choices }: Contents, judged: readonly Judged[]): readonly Signer[] | undefined {
  const signerOf = (one: string): Signer | undefined =>
    judged.flatMap((attestation) => (attestation.kind === 'good' && attestation.subjects.includes(one) ? [attestation.signer] : []))[0]
  const whole = signerOf(digest)
  if (whole) return [whole]
  const signers = choices.flatMap((choice) => signerOf(choice) ?? [])
  return choices.length > 0 && signers.length === choices.length ? signers : undefined
}

/** How many reasons a refusal names. */
const TOLD = 5

/** Refuses an image without a valid attestation, and says what is wrong with each that was found. */
export function refuseUnattested(image: string, judged: readonly Judged[]): Refusal {
  const reasons = [...new Set(judged.map(reasonOf))]
  const more = reasons.length > TOLD ? [`${reasons.length - TOLD} more`] : []
  const found = reasons.length === 0 ? 'none was found' : [...reasons.slice(0, TOLD), ...more].join('; ')
  return {
    code: 'image-not-attested',
    reason: `${image} has no valid attestation for require-attestation: ${found}`,
    hint: 'Build the image in a job that runs actions/attest with push-to-registry, and pass the attested digest as the input image (examples/workflows/attested.yml). For a private repository, also set trusted-root.',
  }
}

function reasonOf(judged: Judged): string {
  return `${judged.source}: ${judged.kind === 'bad' ? judged.reason : `it is of ${judged.subjects.slice(0, 3).join(', ') || 'no image'}`}`
}
