import type { Config } from '../../config/config.ts'
import type { Steer, Steering, Taken } from '../../domain/canary/steering.ts'
import { displayName } from '../../domain/service.ts'
import type { Report } from '../parts/report.ts'

const DOES: Readonly<Record<Steer, string>> = {
  pause: 'stays at its share until command: steer continues it',
  continue: 'goes on',
  skip: 'goes to its next step',
  abort: 'is rolled back',
}

const WITHOUT_EFFECT: Partial<Record<Steer, string>> = { pause: 'is paused already', continue: 'was not paused' }

/** What the run of the canary did with the request. */
export function steeredReport({ service }: Pick<Config, 'service'>, { release, runUrl }: Steering, taken: Taken): Report {
  const { steer, share, effect, actor, reason } = taken
  const what = effect ? DOES[steer] : (WITHOUT_EFFECT[steer] ?? '')
  return {
    outcome: effect ? 'steered' : 'unchanged',
    headline: `${displayName(service)}: the canary ${release} at ${share}% ${what}`,
    outputs: {},
    facts: [
      ['Canary', `${release}, ${share}% of the traffic`],
      ['Its run', runUrl],
      ['Steered by', reason === '' ? actor : `${actor}: ${reason}`],
    ],
  }
}
