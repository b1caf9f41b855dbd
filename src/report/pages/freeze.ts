import type { Config } from '../../config/config.ts'
import { toTheSecond } from '../../domain/lease/freeze.ts'
import type { Freeze } from '../../domain/lease/freeze.ts'
import { displayName } from '../../domain/service.ts'
import type { Report } from '../parts/report.ts'

/** The report of `freeze`. */
export function frozenReport({ service }: Pick<Config, 'service'>, { reason, until }: Freeze): Report {
  const end = until === undefined ? 'command: unfreeze' : toTheSecond(until)
  return {
    outcome: 'frozen',
    headline: `${displayName(service)}: deploys and promotions are refused until ${end}`,
    outputs: {},
    facts: [
      ['Reason', reason],
      ['Until', until === undefined ? end : `${end}, or command: unfreeze`],
      ['Works meanwhile', 'rollback, restart, status'],
    ],
  }
}

/** `ended`: the freeze that was in effect until now. */
export function unfrozenReport({ service }: Pick<Config, 'service'>, ended: Freeze | undefined): Report {
  return {
    outcome: ended === undefined ? 'unchanged' : 'unfrozen',
    headline: `${displayName(service)}: ${ended === undefined ? 'was not frozen' : 'deploys and promotions are allowed again'}`,
    outputs: {},
    facts: ended === undefined ? [] : [['Was frozen by', `${ended.actor} at ${toTheSecond(ended.at)}: ${ended.reason}`]],
  }
}
