import { RELEASES } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { choice, decimal, duration, integer } from '../../domain/field/fields.ts'
import { steps } from '../../domain/field/list-fields.ts'

const group = 'Canary'

/** How a new release gets its traffic in steps. */
export const CANARY = {
  'canary-steps': optional(
    steps({
      group,
      commands: RELEASES,
      description:
        'Give a new release its traffic in steps, `share:time`, such as `10%:2m, 50%:5m`, and judge it in each against the baseline, the release that serves beside it; a bad one is taken back. Default: no canary, the cut-over is one step.',
    }),
  ),
  'canary-max-error-rate': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group,
    commands: RELEASES,
    description: 'Share of answers with status 5xx above which a canary is bad, even if the baseline is no better.',
  }),
  'canary-max-latency': optional(
    duration({
      min: 0.005,
      max: 10,
      group,
      commands: RELEASES,
      description: 'Duration that 99 of 100 requests to a canary must not exceed, such as 800ms, even if the baseline is no faster.',
    }),
  ),
  'canary-min-requests': integer({
    default: '50',
    min: 1,
    max: 1_000_000,
    group,
    commands: RELEASES,
    description: 'Requests that the canary and the baseline must each have answered in a step before it can count as good.',
  }),
  'canary-inconclusive': choice({
    of: ['hold', 'promote', 'rollback'],
    default: 'rollback',
    group,
    commands: RELEASES,
    description:
      'What a step without enough requests means: `rollback` takes the canary back, `promote` goes on, `hold` waits at this share until there are enough or `deploy-timeout` ends.',
  }),
}
