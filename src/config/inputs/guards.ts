import { COMMANDS, RELEASES, WAITS, WORKS_ON_HOSTS } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { approval, boolean, duration, reading, text } from '../../domain/field/fields.ts'
import { isEnd } from '../../domain/lease/freeze.ts'

const group = 'What to do'

/** What a run may do, and for how long. */
export const GUARDS = {
  'plan-hash': approval({
    pattern: /^v1(\.[0-9a-f]{12}){5}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
    expected: 'the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped',
    default: 'none',
    group,
    commands: ['deploy', 'promote'],
    ofRun: true,
    defaultByRunner: true,
    description:
      'With `deploy` and `promote`: do only what the run with `command: plan` showed that gave this as its output `plan-hash`, and refuse if anything has changed since. Given but empty is an error, so that an approval cannot get lost on the way; `none` asks for no approved plan.',
  }),
  'plan-comment': boolean({
    default: 'false',
    group,
    commands: ['plan'],
    ofRun: true,
    description:
      'With `plan`: also write the plan into a comment on the pull request, one for each service and environment; needs `pull-requests: write`.',
  }),
  'allow-rolled-back': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description: 'Deploy a commit that was rolled back from. Without it such a commit is refused until a newer one comes.',
  }),
  'allow-downgrade': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Deploy a commit that is older than the one that serves. Without it such a run is refused: it was started, or approved, too late.',
  }),
  'lock-timeout': duration({
    default: '15m',
    min: 0,
    max: 21_600,
    group,
    commands: WAITS,
    description:
      'How long to wait for another run that changes the same service. A deploy gives way to one that waits, too, and whose commit contains its own; a rollback, a restart and destroy go ahead of deploys that wait.',
  }),
  reason: optional(
    text({
      pattern: /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,200}$/u,
      expected: 'one line of 200 characters at most',
      group,
      commands: ['freeze'],
      ofRun: true,
      description: 'With `freeze`: why. Each run that is refused shows it.',
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
        'With `freeze`: when it ends by itself, as a duration such as `4h` or a time such as `2027-01-02T06:00Z`. Default: never.',
    }),
  ),
  'destroy-repository': boolean({
    default: 'false',
    group,
    commands: ['destroy'],
    ofRun: true,
    description:
      'With `destroy`: remove the ECR repository and all its images, too. Refused while the image of another service or environment lies there.',
  }),
  'deploy-timeout': duration({
    default: '15m',
    min: 60,
    max: 28_800,
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How long the work on a host may take in all: pull, start, health check, drain. A canary has this time for all its steps, too. The time that the old container may take to stop comes on top.',
  }),
  'github-token': optional(
    text({
      default: '${{ github.token }}',
      group,
      commands: COMMANDS,
      ofRun: true,
      defaultByRunner: true,
      description:
        'Token for what GitHub is asked for: whether a commit is older than the one that serves, the commits between two releases, the configuration file where it is not checked out (all of this needs `contents: read`), and the comment of `plan-comment`.',
    }),
  ),
}
