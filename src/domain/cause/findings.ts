import { hostNames } from '../host/host-names.ts'
/** A finding about a host: one that blocks an order (`fatal`), or one that somebody should know. */
export interface Finding {
  readonly name: string
  readonly detail: string
  /** What to do about it. */
  readonly hint: string
  readonly fatal: boolean
}

/** A host's findings about itself. */
export interface HostFindings {
  readonly hostId: string
  readonly findings: readonly Finding[]
}

/** Findings that need no immediate action, a sentence or two each. A finding of several hosts appears once, with their names. */
export function warningsOf(hosts: readonly HostFindings[]): readonly string[] {
  const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({ hostId, finding })))
  const alike = Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())
  return [...alike].map(([words, members]) => (hosts.length > 1 ? `${hostNames(members.map(({ hostId }) => hostId))}: ${words}` : words))
}

/** Characters: the whole record must fit into 4 KB. */
const NOTE_LIMIT = 200

/** The history's note about a run beside its outcome: containers that had to be killed. Empty without any. */
export function noteOf(hosts: readonly HostFindings[]): string {
  const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === 'killed').map(({ detail }) => detail))
  const words = [...new Set(killed)].join('; ')
  return words === '' ? '' : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`
}

/** Adds a full stop at the end. */
export function sentence(words: string): string {
  return words === '' || words.endsWith('.') ? words : `${words}.`
}
