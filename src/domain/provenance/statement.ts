import * as v from 'valibot'
import { line, listOf, readJson } from '../untrusted.ts'

/** What a signature is for. https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export interface Statement {
  readonly predicateType: string
  /** SHA-256 of its subjects, as digests. */
  readonly subjects: readonly string[]
}

const PAYLOAD = 'application/vnd.in-toto+json'
const STATEMENTS = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1'] as const
/** How an image was built. What else a workflow may sign, such as a list of packages, tells nothing of that: https://slsa.dev/spec/v1.0/provenance */
const PROVENANCE = ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2']
/** `actions/attest` takes 1024 at most. */
const MOST_SUBJECTS = 10_000

const subject = v.object({ digest: v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }) })

const STATEMENT = v.object({ _type: v.picklist(STATEMENTS), predicateType: line, subject: listOf(subject, MOST_SUBJECTS) })

/** `undefined` for what is no statement. */
export function statementOf({ type, payload }: { readonly type: string; readonly payload: string }): Statement | undefined {
  const statement = type === PAYLOAD ? readJson(STATEMENT, payload) : undefined
  return (
    statement && {
      predicateType: statement.predicateType,
      subjects: statement.subject.map(({ digest }) => `sha256:${digest.sha256}`),
    }
  )
}

export function isProvenance({ predicateType }: Statement): boolean {
  return PROVENANCE.includes(predicateType)
}
