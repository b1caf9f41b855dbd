import type { CanarySpec, Verdict } from './judge.ts'

/** What a canary's numbers would have caused without the dry run. */
interface Tolerated {
  readonly kind: 'tolerated'
  readonly words: string
}

interface DryLook {
  readonly verdict: Verdict
  /** The step's time is over. */
  readonly ended: boolean
  /** What this step's earlier numbers would have caused. */
  readonly earlier: string | undefined
}

interface Found {
  /** What this step's numbers would have caused, this observation included. */
  readonly found: string | undefined
  readonly verdict: Verdict | Tolerated
}

/** The meaning of an observation in a dry run: numbers never end it, so each step runs to its end. An exited or unhealthy container is no number. */
export function dryVerdict({ verdict, ended, earlier }: DryLook, { inconclusive }: Pick<CanarySpec, 'inconclusive'>): Found {
  const now = ending(verdict, inconclusive)
  const found = earlier ?? now
  if (found === undefined || (verdict.kind === 'bad' && now === undefined)) return { found, verdict }
  return { found, verdict: ended ? { kind: 'tolerated', words: found } : { kind: 'continue' } }
}

const MEASURED: readonly string[] = ['alarm', 'canary-errors', 'canary-slow']

/** `undefined`: it ends nothing, or is not a number. */
function ending(verdict: Verdict, inconclusive: CanarySpec['inconclusive']): string | undefined {
  if (verdict.kind === 'inconclusive') return inconclusive === 'promote' ? undefined : `canary-inconclusive, ${verdict.words}`
  const measured = verdict.kind === 'bad' && MEASURED.includes(verdict.cause)
  return measured ? `${verdict.cause}, ${verdict.words}` : undefined
}
