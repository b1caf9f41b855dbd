import type { CanarySpec, Verdict } from './judge.ts'

/** What the numbers of a canary would have done, had it not been a dry run. */
interface Tolerated {
  readonly kind: 'tolerated'
  readonly words: string
}

interface DryLook {
  readonly verdict: Verdict
  /** The step's time is over. */
  readonly ended: boolean
  /** What the numbers of this step would have done before. */
  readonly earlier: string | undefined
}

interface Found {
  /** The same, with this look. */
  readonly found: string | undefined
  readonly verdict: Verdict | Tolerated
}

/** What a look means in a dry run: no number ends it, so a step goes on to its end. A container that exits or is unhealthy is no number. */
export function dryVerdict({ verdict, ended, earlier }: DryLook, { inconclusive }: Pick<CanarySpec, 'inconclusive'>): Found {
  const now = ending(verdict, inconclusive)
  const found = earlier ?? now
  if (found === undefined || (verdict.kind === 'bad' && now === undefined)) return { found, verdict }
  return { found, verdict: ended ? { kind: 'tolerated', words: found } : { kind: 'continue' } }
}

const MEASURED: readonly string[] = ['alarm', 'canary-errors', 'canary-slow']

/** `undefined`: it ends nothing, or is no number. */
function ending(verdict: Verdict, inconclusive: CanarySpec['inconclusive']): string | undefined {
  if (verdict.kind === 'inconclusive') return inconclusive === 'promote' ? undefined : `canary-inconclusive, ${verdict.words}`
  const measured = verdict.kind === 'bad' && MEASURED.includes(verdict.cause)
  return measured ? `${verdict.cause}, ${verdict.words}` : undefined
}
