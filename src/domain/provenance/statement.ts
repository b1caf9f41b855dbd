import * as v from 'valibot'
import { line, listOf, readJson } from '../untrusted.ts'

/** The content of a signature. https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export interface Statement {
  readonly predicateType: string
  /** SHA-256 of its subjects, as digests. */
  readonly subjects: readonly string[]
}

const PAYLOAD = 'application/vnd.in-toto+json'
const STATEMENTS = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1'] as const
/**
 * How an image was built. Other statements that a workflow can sign, such as a list of packages, do not say that:
 * https://slsa.dev/spec/v1.0/provenance
 */
const PROVENANCE = ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2']
/** The limit of `actions/attest` is 1024. */
const MOST_SUBJECTS = 10_000

const subject = v.object({ digest: v.object({ sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)) }) })

const STATEMENT = v.object({ _type: v.picklist(STATEMENTS), predicateType: line, subject: listOf(subject, MOST_SUBJECTS) })

/** `undefined` for anything else. */
export function statementOf({ type, payload }: { readonly type: string; readonly payload: string }): Statement | undefined {
  const statement = type === PAYLOAD ? readJson(STATEMENT, payload) : undefined
  return (
    statement && {
      predicateType: statement.predicateType,
      subjects: statement.subject.map(({ digest }) => `sha256:${digest.sha256}`),
    }
  )
}

/** Whether it says how something was built. */
export function isProvenance({ predicateType }: Statement): boolean {
  return PROVENANCE.includes(predicateType)
}
