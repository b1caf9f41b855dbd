import { optional } from '../../../domain/field/field.ts'
import { boolean, duration, integer } from '../../../domain/field/fields.ts'

const group = 'Logs'

/** How much of the containers' logs is read, and where everybody may see it. */
export const LOGS = {
  'log-lines': integer({
    default: '200',
    min: 1,
    max: 2000,
    group,
    commands: ['logs'],
    ofRun: true,
    description:
      'With `logs`: how many lines of each container at most, the newest ones. An answer of a host has room for about 100 KB of usual lines.',
  }),
  'log-since': optional(
    duration({
      min: 1,
      max: 2_592_000,
      group,
      commands: ['logs'],
      ofRun: true,
      description: 'With `logs`: only lines that are not older, such as `15m`. Default: of any age.',
    }),
  ),
  'allow-public-logs': boolean({
    default: 'false',
    group,
    commands: ['logs'],
    ofRun: true,
    description:
      'With `logs`: allow it in a public repository, where everybody can read the log of a run. Otherwise the action refuses it there, and wherever the event of the run does not say that the repository is private or internal.',
  }),
}
