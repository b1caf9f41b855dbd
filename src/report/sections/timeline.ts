import { seconds } from '../../domain/duration.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { StepTime } from '../../ports/github/progress.ts'
import { fold } from '../parts/markdown.ts'
import { gantt } from '../parts/mermaid.ts'
import type { Lane } from '../parts/mermaid.ts'

/** Runs whose readers want to see where the time went. */
const SHOWN: readonly Outcome[] = ['deployed', 'rolled-back', 'restarted', 'failed']
/** Steps with a smaller share of the run would be too narrow to see. */
const VISIBLE = 0.01
const MOST_BARS = 40

/** Where the time of a run went: its own steps beside those of a host. Empty if a single step took all of it. */
export function renderTimeline(steps: readonly StepTime[], outcome: Outcome): string {
  if (steps.length < 2) return ''
  const begin = Math.min(...steps.map(({ start }) => start))
  const length = Math.max(...steps.map(({ start, ms }) => start + ms)) - begin
  const lanes = [laneOf('Run', ofRun(steps)), ...hostLane(steps)]
  const chart = gantt(lanes.map(({ title, members }) => ({ title, bars: barsOf(members, { begin, length }) })))
  return SHOWN.includes(outcome) ? `### Timeline\n\n${chart}` : fold('Timeline', chart)
}

interface Members {
  readonly title: string
  readonly members: readonly StepTime[]
}

const laneOf = (title: string, members: readonly StepTime[]): Members => ({ title, members })

/** By start time. A nested step ended before its parent, and follows it here. */
function ofRun(steps: readonly StepTime[]): StepTime[] {
  return steps
    .filter(({ host }) => host === undefined)
    .toReversed()
    .toSorted((a, b) => a.start - b.start || b.ms - a.ms)
}

/** One of several hosts: the first that failed, or else the slowest. */
function hostLane(steps: readonly StepTime[]): Members[] {
  const hosts = [...Map.groupBy(steps.filter(isOfHost), ({ host }) => host)]
  const [told] = hosts.toSorted(([, a], [, b]) => Number(isGood(a)) - Number(isGood(b)) || spent(b) - spent(a))
  if (told === undefined) return []
  const [, members] = told
  const title = hosts.length === 1 ? 'Host' : isGood(members) ? 'Slowest host' : 'Failed host'
  return [laneOf(title, members)]
}

const isOfHost = (step: StepTime): step is StepTime & { readonly host: string } => step.host !== undefined
const isGood = (steps: readonly StepTime[]): boolean => steps.every(({ ok }) => ok)
const spent = (steps: readonly StepTime[]): number => steps.reduce((total, { ms }) => total + ms, 0)

function barsOf(steps: readonly StepTime[], { begin, length }: { readonly begin: number; readonly length: number }): Lane['bars'] {
  const visible = steps.filter(({ ms, ok }) => !ok || ms >= length * VISIBLE).slice(0, MOST_BARS)
  return visible.map(({ name, start, ms, ok }) => ({ words: `${seconds(ms)} ${name}`, start: start - begin, ms, ok }))
}
