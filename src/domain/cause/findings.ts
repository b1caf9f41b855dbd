/** Something about a host that is in the way of an order (`fatal`), or that somebody should know of. */
export interface Finding {
  readonly name: string
  readonly detail: string
  /** What to do about it. */
  readonly hint: string
  readonly fatal: boolean
}

/** What a host found about itself. */
export interface HostFindings {
  readonly hostId: string
  readonly findings: readonly Finding[]
}

/** What nobody has to mend now, a sentence or two each. What several hosts found alike stands there once, with their names. */
export function warningsOf(hosts: readonly HostFindings[]): readonly string[] {
  const found = hosts.flatMap(({ hostId, findings }) => findings.filter(({ fatal }) => !fatal).map((finding) => ({ hostId, finding })))
  const alike = Map.groupBy(found, ({ finding: { detail, hint } }) => `${sentence(detail)} ${sentence(hint)}`.trim())
  return [...alike].map(([words, members]) => (hosts.length > 1 ? `${members.map(({ hostId }) => hostId).join(', ')}: ${words}` : words))
}

const NOTE_LIMIT = 200

/** What the history is to tell of a run beside its outcome: which containers had to be killed. Empty where there is nothing. */
export function noteOf(hosts: readonly HostFindings[]): string {
  const killed = hosts.flatMap(({ findings }) => findings.filter(({ name }) => name === 'killed').map(({ detail }) => detail))
  const words = [...new Set(killed)].join('; ')
  return words === '' ? '' : `${words.slice(0, NOTE_LIMIT)}: see stop-grace-period`
}

/** With a full stop at its end. */
export function sentence(words: string): string {
  return words === '' || words.endsWith('.') ? words : `${words}.`
}
