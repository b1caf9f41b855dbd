import type { EnvironmentMetrics } from '../../domain/metrics/metrics.ts'
import type { Period } from '../../domain/metrics/periods.ts'
import { barsChart } from './chart.ts'
import type { Html } from './html.ts'
import { spanWords } from './words.ts'
import { DAY } from '../../domain/duration.ts'

/** How many bars fit. */
const MOST = 10

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A day in UTC. */
export function dayOf(at: number): string {
  const date = new Date(at)
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}`
}

/** The subject of one bar. */
export function periodTitle(periods: readonly Period[]): string {
  const days = ((periods[1]?.start ?? 0) - (periods[0]?.start ?? 0)) / DAY
  return days > 1 ? `Deploys and promotions, each bar ${days} days` : 'Deploys and promotions by day'
}

export const RECOVERY_TITLE = 'Time to recovery, by day and time of the failure'

/** How many releases were verified, and how many failed, in each period. */
export function releasesChart({ periods }: EnvironmentMetrics): Html {
  const bars = periods.map(({ start, verified, failed }) => ({
    name: dayOf(start),
    words: `${verified} good, ${failed} failed`,
    parts: [{ kind: 'good', value: verified } as const, { kind: 'bad', value: failed } as const],
  }))
  return barsChart(`${periodTitle(periods)} (failed ones on top)`, bars)
}

interface Timed {
  readonly name: string
  readonly ms: number
}

/** The newest, oldest first, with shortened names. */
export function newestLeadTimes({ leadTimes }: EnvironmentMetrics): readonly Timed[] {
  return leadTimes.slice(-MOST).map(({ release, ms }) => ({ name: release.slice(0, 7), ms }))
}

/** Makes the bars' names unique: Mermaid draws bars with the same name over each other. */
function dayAndTime(at: number): string {
  return new Date(at).toISOString().slice(8, 16).replace('T', ' ').replace(':', 'h')
}

/** How long the newest outages lasted, the oldest of them first. */
export function newestRecoveries({ outages }: EnvironmentMetrics): readonly Timed[] {
  const ended = outages.flatMap(({ from, to }) => (to === undefined ? [] : [{ name: dayAndTime(from), ms: to - from }]))
  return ended.slice(0, MOST).toReversed()
}

/** The lead time of each of the newest releases. */
export function leadTimeChart(environment: EnvironmentMetrics): Html {
  return timesChart('Lead time of the newest releases', newestLeadTimes(environment))
}

/** How long each of the newest outages lasted. */
export function recoveryChart(environment: EnvironmentMetrics): Html {
  return timesChart(RECOVERY_TITLE, newestRecoveries(environment))
}

function timesChart(title: string, times: readonly Timed[]): Html {
  const longest = Math.max(0, ...times.map(({ ms }) => ms))
  const bars = times.map(({ name, ms }) => ({ name, words: spanWords(ms / 1000), parts: [{ kind: 'time', value: ms } as const] }))
  return barsChart(`${title} (longest: ${spanWords(longest / 1000)})`, bars)
}
