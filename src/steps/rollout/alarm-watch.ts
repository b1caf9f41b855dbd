import type { Context } from '../../context.ts'
import { activeWords } from '../../domain/rollout/alarms.ts'
import type { ReleaseRecord } from '../../domain/release/record.ts'
import type { HostResult } from '../../domain/rollout/result.ts'
import { Cancelled, messageOf } from '../../errors.ts'

/** Milliseconds between two queries; no alarm changes more often. */
const POLL_MS = 10_000

/** The alarms while a release goes to its hosts. */
export interface AlarmWatch {
  /** The alarms that were active at any time, and why; `undefined`: none was. */
  active(): string | undefined
  /** `act` runs at once when an alarm becomes active during the work, and only once. The last one given counts. */
  whenActive(act: (words: string) => Promise<unknown>): void
}

/** Watches the alarms during `work`, and once more at its end. An alarm that was active in between counts, too. */
export async function withAlarms<T>(ctx: Context, work: (alarms: AlarmWatch) => Promise<T>): Promise<T> {
  const { alarms: names } = ctx.config
  if (names.length === 0) return work({ active: () => undefined, whenActive: () => undefined })
  const seen: Seen = { words: undefined, told: false, act: undefined, acting: undefined }
  const stop = new AbortController()
  void keepLooking(ctx, seen, stop.signal)
  try {
    const done = await work({ active: () => seen.words, whenActive: (act) => void (seen.act = act) })
    seen.act = undefined
    await seen.acting
    await look(ctx, seen)
    return done
  } finally {
    stop.abort()
  }
}

interface Seen {
  words: string | undefined
  /** The warning that CloudWatch did not answer. */
  told: boolean
  act: ((words: string) => Promise<unknown>) | undefined
  acting: Promise<unknown> | undefined
}

async function keepLooking(ctx: Context, seen: Seen, stop: AbortSignal): Promise<void> {
  try {
    while (!stop.aborted) {
      await look(ctx, seen)
      actOn(ctx, seen)
      await ctx.clock.sleep(POLL_MS)
    }
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error
  }
}

/** If it fails, the alarm counts at the end. */
function actOn({ progress }: Context, seen: Seen): void {
  if (seen.words === undefined || seen.act === undefined || seen.acting !== undefined) return
  progress.info(`An alarm became active: ${seen.words}`)
  seen.acting = seen.act(seen.words).catch((error: unknown) => progress.warn(`The bake continues to its end: ${messageOf(error)}`))
}

/** Without an answer, the other checks judge the release. */
async function look({ alarms, config, progress }: Context, seen: Seen): Promise<void> {
  try {
    seen.words ??= activeWords(config.alarms, await alarms.states(config.alarms))
  } catch (error) {
    if (!seen.told) progress.warn(`The alarms cannot be seen for now: ${messageOf(error)}`)
    seen.told = true
  }
}

interface Released {
  readonly release: string
  readonly record: Pick<ReleaseRecord, 'release'> | undefined
  readonly results: readonly HostResult[]
}

/**
 * The failure of a release that all hosts accepted, because of an alarm; `undefined` if none was active, if it is only reported, or if there is
 * nothing to return to.
 */
export function alarmFailure({ config, progress }: Context, released: Released, words: string | undefined): HostResult | undefined {
  const [first] = released.results.filter(({ outcome }) => outcome === 'deployed')
  if (words === undefined || first === undefined) return undefined
  if (config.canary?.dryRun !== true && canReturn(released)) {
    return { ...first, outcome: 'failed', rolledBack: true, cause: 'alarm', detail: words }
  }
  const why = config.canary?.dryRun === true ? 'canary-dry-run only reports it' : 'there is no earlier release to return to'
  progress.warn(`An alarm became active, and ${why}: ${words}`)
  return undefined
}

/** Whether each host that accepted the release has a previous one. */
function canReturn({ release, record, results }: Released): boolean {
  const taken = results.filter(({ outcome }) => outcome === 'deployed')
  return record !== undefined && record.release !== release && taken.every(({ previous }) => previous !== '')
}
