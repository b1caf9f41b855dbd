import { RELEASES } from '../../domain/command.ts'
import { STEERS } from '../../domain/canary/steering.ts'
import { guard, optional } from '../../domain/field/field.ts'
import { boolean, choice, decimal, duration, integer } from '../../domain/field/fields.ts'
import { steps } from '../../domain/field/list-fields.ts'

const group = 'Canary'
/** There are no requests of a worker to share. */
const kind = 'web'

/** How a new release gets its traffic in steps. */
export const CANARY = {
  'canary-steps': guard(
    { off: 'none', absent: undefined },
    steps({
      group,
      kind,
      commands: RELEASES,
      description:
        'Shift traffic to a new release in steps, `share:time`, such as `10%:2m, 50%:5m`, and compare it with the baseline (the live release) in each. A bad release is rolled back. A first step of `0%` is a dark start: only requests with `canary-header` reach the release. `none` is no canary: all traffic at once.',
    }),
  ),
  'canary-max-error-rate': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group,
    kind,
    commands: RELEASES,
    description: 'Highest share of 5xx answers of a canary, even if the baseline is no better.',
  }),
  'canary-max-latency': guard(
    { off: 'none', absent: undefined },
    duration({
      min: 0.005,
      max: 10,
      group,
      kind,
      commands: RELEASES,
      description:
        "Longest duration for 99% of a canary's requests, such as 800ms, even if the baseline is no faster. `none` only compares the two.",
    }),
  ),
  'canary-min-requests': integer({
    default: '50',
    min: 1,
    max: 1_000_000,
    group,
    kind,
    commands: RELEASES,
    description: 'Requests that both the canary and the baseline must answer in a step before the step can pass.',
  }),
  'canary-inconclusive': choice({
    of: ['hold', 'promote', 'rollback'],
    default: 'rollback',
    group,
    kind,
    commands: RELEASES,
    description:
      'What happens after a step with too few requests: `rollback` ends the canary, `promote` continues, `hold` waits at this share until there are enough requests or `deploy-timeout` ends.',
  }),
  'canary-dry-run': boolean({
    default: 'false',
    group,
    kind,
    commands: RELEASES,
    description:
      'Judge the canary and report what would have happened, but do not roll it back because of errors, durations, alarms or too few requests. A canary that exits or becomes unhealthy is still rolled back.',
  }),
  'canary-pause-limit': duration({
    default: '30m',
    min: 1,
    max: 14_400,
    group,
    kind,
    commands: RELEASES,
    description: 'How long a canary stays paused (`command: steer`) if nobody continues it.',
  }),
  'canary-pause-end': choice({
    of: ['abort', 'continue'],
    default: 'abort',
    group,
    kind,
    commands: RELEASES,
    description: 'What happens after `canary-pause-limit`: `abort` rolls the canary back, `continue` continues it.',
  }),
  steer: optional(
    choice({
      of: STEERS,
      group,
      commands: ['steer'],
      ofRun: true,
      description:
        'With `steer`: `pause` keeps the canary at its share, `continue` ends a pause, `skip` ends the step as if it were good, `abort` rolls the canary back.',
    }),
  ),
}
