import { isObject, parsed } from './manifest.ts'

/** What a signature is for. https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
export interface Statement {
  readonly predicateType: string
  /** SHA-256 of its subjects, as digests. */
  readonly subjects: readonly string[]
}

const PAYLOAD = 'application/vnd.in-toto+json'
const STATEMENTS = ['https://in-toto.io/Statement/v1', 'https://in-toto.io/Statement/v0.1']
/** How an image was built. What else a workflow may sign, such as a list of packages, tells nothing of that: https://slsa.dev/spec/v1.0/provenance */
const PROVENANCE = ['https://slsa.dev/provenance/v1', 'https://slsa.dev/provenance/v0.2']

/** `undefined` for what is no statement. */
export function statementOf({ type, payload }: { readonly type: string; readonly payload: string }): Statement | undefined {
  const value = type === PAYLOAD ? parsed(payload) : undefined
  if (!isObject(value) || !STATEMENTS.includes(String(value['_type']))) return undefined
  const { predicateType, subject } = value
  if (typeof predicateType !== 'string' || !Array.isArray(subject)) return undefined
  return { predicateType, subjects: subject.flatMap(digestOf) }
}

export function isProvenance({ predicateType }: Statement): boolean {
  return PROVENANCE.includes(predicateType)
}

function digestOf(subject: unknown): readonly string[] {
  const digest = isObject(subject) ? subject['digest'] : undefined
  const hash = isObject(digest) ? digest['sha256'] : undefined
  return typeof hash === 'string' ? [`sha256:${hash}`] : []
}
