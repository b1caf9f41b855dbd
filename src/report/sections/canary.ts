import type { CanaryTable } from '../../domain/canary/table.ts'
import { paragraphs, plain, table } from '../parts/markdown.ts'
import { barChart } from '../parts/mermaid.ts'

type Step = CanaryTable['steps'][number]
type Side = Step['canary']

/** Seconds shown for durations beyond the last bound of the proxy's counters. */
const BEYOND = 10

/** What the canary cost and spared, and each of its steps as charts and numbers. */
export function renderCanary({ head, rows, verdicts, steered, steps, cost }: CanaryTable): string {
  const answered = rows.length > 0
  return paragraphs([
    '### Canary',
    plain([cost, ...(answered ? [`Verdicts: ${verdicts.join('; ')}.`] : [])].join(' ')),
    steered.map((words) => `- ${plain(words)}`).join('\n'),
    chart(steps, { title: '5xx answers', unit: 'percent', of: ({ errors }) => errors * 100 }),
    chart(steps, { title: '99% of requests took at most', unit: 'milliseconds', of: latency }),
    answered
      ? table(
          head,
          rows.map((row) => row.map(plain)),
        )
      : '',
  ])
}

function latency({ p99 }: Side): number | undefined {
  return p99 === undefined ? undefined : Math.min(p99, BEYOND) * 1000
}

interface Shown {
  readonly title: string
  readonly unit: string
  /** `undefined`: unknown. */
  readonly of: (side: Side) => number | undefined
}

/** The baseline beside the canary, step by step; empty if all values are zero. */
function chart(steps: readonly Step[], { title, unit, of }: Shown): string {
  const bars = steps.flatMap(({ share, baseline, canary }) => [
    { name: `${share}% baseline`, value: of(baseline) },
    { name: `${share}% canary`, value: of(canary) },
  ])
  const known = bars.flatMap(({ value, ...bar }) => (value === undefined ? [] : [{ ...bar, value }]))
  return known.some(({ value }) => value > 0) ? barChart({ title, unit, bars: known }) : ''
}
