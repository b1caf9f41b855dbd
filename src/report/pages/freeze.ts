import type { Config } from '../../config/config.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import { displayName } from '../../domain/service.ts'
import type { Report } from '../parts/report.ts'

export function frozenReport({ service }: Pick<Config, 'service'>, { reason, until = 'command: unfreeze' }: Freeze): Report {
  return {
    outcome: 'frozen',
    headline: `${displayName(service)}: deploys and promotions are refused until ${until}`,
    outputs: {},
    facts: [
      ['Reason', reason],
      ['Until', until],
    ],
  }
}

/** `ended`: the freeze that held until now. */
export function unfrozenReport({ service }: Pick<Config, 'service'>, ended: Freeze | undefined): Report {
  return {
    outcome: ended === undefined ? 'unchanged' : 'unfrozen',
    headline: `${displayName(service)}: ${ended === undefined ? 'was not frozen' : 'deploys and promotions are let in again'}`,
    outputs: {},
    facts: ended === undefined ? [] : [['Was frozen by', `${ended.actor} at ${ended.at}: ${ended.reason}`]],
  }
}
