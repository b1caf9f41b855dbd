import type { Refusal } from '../refusal.ts'
import type { Contents } from './contents.ts'
import { otherThan } from './signer.ts'
import type { ExpectedSigner, Signer } from './signer.ts'
import { isProvenance, statementOf } from './statement.ts'

/** A Sigstore bundle, or what lies where one should. */
export interface Candidate {
  /** Where it was found, for who reads of it. */
  readonly source: string
  /** Empty where it could not be read. */
  readonly text: string
  /** Why it could not. */
  readonly fault?: string
}

/** What comes of checking a bundle's signature, certificate and log entry. */
export type Checked =
  | { readonly kind: 'signed'; readonly signer: Signer; readonly type: string; readonly payload: string }
  | { readonly kind: 'invalid'; readonly reason: string }

/** What is known of one attestation: for which digests of the image it holds, or why for none. */
export type Judged = { readonly source: string } & (
  | { readonly kind: 'good'; readonly signer: Signer; readonly subjects: readonly string[] }
  | { readonly kind: 'bad'; readonly reason: string }
)

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
 * Who attested the image: one signer where the digest itself is attested, and one for each manifest that the host may choose where these are. `undefined`
 * where any is not.
 */
export function attestedBy(digest: string, { choices }: Contents, judged: readonly Judged[]): readonly Signer[] | undefined {
  const signerOf = (one: string): Signer | undefined =>
    judged.flatMap((attestation) => (attestation.kind === 'good' && attestation.subjects.includes(one) ? [attestation.signer] : []))[0]
  const whole = signerOf(digest)
  if (whole) return [whole]
  const signers = choices.flatMap((choice) => signerOf(choice) ?? [])
  return choices.length > 0 && signers.length === choices.length ? signers : undefined
}

/** Reasons that a refusal tells. */
const TOLD = 5

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
