import { COMMANDS, RELEASES, WAITS, WORKS_ON_HOSTS } from '../../domain/command.ts'
import { SHOWN_ON_GITHUB } from '../../domain/deployment/recorded.ts'
import { guard, optional } from '../../domain/field/field.ts'
import { boolean, choice, duration, reading, text } from '../../domain/field/fields.ts'
import { isEnd } from '../../domain/lease/freeze.ts'
import { unicodePattern, UNSEEN } from '../../domain/text.ts'

const group = 'What to do'

const PLAN_HASH = 'the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped'

/** What a run can do, and its time limits. */
export const GUARDS = {
  'plan-hash': guard(
    { off: 'none', absent: undefined, expected: PLAN_HASH },
    text({
      pattern: /^v1(\.[0-9a-f]{12}){5}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
      expected: PLAN_HASH,
      group,
      commands: ['deploy', 'promote'],
      ofRun: true,
      description:
        'Deploy or promote only the plan that produced this hash (the output `plan-hash` of `plan`), and refuse if anything has changed since. `none` requires no plan.',
    }),
  ),
  'plan-comment': boolean({
    default: 'false',
    group,
    commands: ['plan'],
    ofRun: true,
    description:
      'Also write the plan as a comment on the pull request, one for each service and environment. Needs `pull-requests: write`.',
  }),
  'allow-rolled-back': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description: 'Allow a commit that was rolled back. Otherwise the action refuses it until a newer one comes.',
  }),
  'allow-downgrade': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Allow a commit that is older than the live one. Otherwise the action refuses it, because the run started or was approved too late.',
  }),
  'lock-timeout': duration({
    default: '15m',
    min: 0,
    max: 21_600,
    group,
    commands: WAITS,
    description:
      'How long to wait for another run that changes the same service. A waiting deploy gives up if a newer one queues up whose commit contains its own. A rollback, restart or destroy goes ahead of waiting deploys.',
  }),
  reason: optional(
    text({
      pattern: unicodePattern(`^(?:(?!${UNSEEN.source})[^]){1,200}$`),
      expected: 'one line of 200 visible characters at most',
      group,
      commands: ['freeze', 'steer'],
      ofRun: true,
      description: 'With `freeze`: why. Every refused run shows it. With `steer`: why (optional). The run of the canary shows it, too.',
    }),
  ),
  until: optional(
    reading({
      read: (value) => (isEnd(value) ? value : undefined),
      expected: 'a duration such as 4h, or a time with its zone, such as 2027-01-02T06:00Z',
      group,
      commands: ['freeze'],
      ofRun: true,
      description:
        'With `freeze`: when the freeze ends, as a duration such as `4h` or a time such as `2027-01-02T06:00Z`. Default: at `unfreeze`.',
    }),
  ),
  'destroy-repository': boolean({
    default: 'false',
    group,
    commands: ['destroy'],
    ofRun: true,
    description:
      'With `destroy`: also remove the ECR repository and all its images. Refused while another service or environment uses an image of it.',
  }),
  'deploy-timeout': duration({
    default: '15m',
    min: 60,
    max: 28_800,
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'Time limit for the work on a host: pull, start, health check, bake, drain, and all steps of a canary. `stop-grace-period` comes on top.',
  }),
  'github-token': optional(
    text({
      default: '${{ github.token }}',
      group,
      commands: COMMANDS,
      ofRun: true,
      defaultByRunner: true,
      description:
        "Token for GitHub's API. With `contents: read`, the action compares commits, lists tags and the commits between two releases, and reads the configuration file if it is not checked out. `plan-comment` needs `pull-requests: write`, `comment` also `issues: write`, `release-notes` needs `contents: write`.",
    }),
  ),
  'github-deployment': choice({
    of: ['auto', 'true', 'false'],
    default: 'auto',
    group,
    commands: SHOWN_ON_GITHUB,
    description:
      'Show the run among the deployments on GitHub (docs/guides/operate/deployments.md). Needs `deployments: write`: `auto` records nothing if the token lacks it, `true` then also warns, and `false` never records.',
  }),
}
