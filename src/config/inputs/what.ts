import { COMMANDS, IN_AWS } from '../../domain/command.ts'
import { guard, neverEmpty, optional } from '../../domain/field/field.ts'
import { boolean, choice, duration, reading, text } from '../../domain/field/fields.ts'
import { ROLE_ARN } from '../../domain/identity/job-role.ts'
import { NAME } from '../../domain/service.ts'
import { SCHEMES } from '../../domain/version/next-version.ts'
import { readVersion, RELEASE_NAME } from '../../domain/version/version.ts'

const NAME_EXPECTED = 'lower-case letters and digits with single hyphens between them, 40 at most, such as web or pr-12'
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/

const group = 'What to do'

/** What to do, with which service, and where. */
export const WHAT = {
  command: choice({
    of: COMMANDS,
    default: 'deploy',
    group,
    commands: COMMANDS,
    ofRun: true,
    defaultByRunner: true,
    description:
      '`deploy` brings the service to the current commit. `preview` serves a pull request until it is closed. `plan` shows what `deploy` (or `promote`, with `promote-from`) would do. `promote` deploys the verified release of `promote-from`. `rollback` returns to an earlier release. `restart` restarts the live release with fresh secrets. `status` shows what is live. `logs` shows the last lines that its containers have logged. `metrics` shows how often and how fast releases go live, how many fail, and how fast the service recovers. `freeze` blocks deploys and promotions until `unfreeze`. `steer` pauses, continues, skips or aborts a canary that another run leads. `schedule` starts or stops the hosts, as the input `schedule` says for now. `doctor` checks what a deploy needs, and says how to fix what is wrong. `destroy` removes the service and everything that was created for it. `sweep` removes previews that are not needed any more. `comment` reads the command in a comment on a pull request or an issue, such as `.deploy staging`, for the next job.',
  }),
  config: optional(
    text({
      pattern: /^(none|(?!\/)(?!(.*\/)?\.\.?\/)[^\0\\]+\.ya?ml)$/,
      expected: 'a YAML file by its path in the repository, such as .github/docker-to-ec2.yml, or none',
      group,
      commands: IN_AWS,
      ofRun: true,
      description:
        'Configuration file with inputs, as a path in the repository; `none` reads no file. Default: `.github/docker-to-ec2.yml`, if it exists.',
    }),
  ),
  service: optional(
    text({
      pattern: NAME,
      expected: NAME_EXPECTED,
      group,
      commands: IN_AWS,
      description:
        "Name of the service. Default: the repository's name. After a rename of the repository, set its former name: a run that finds nothing under the new one is refused.",
    }),
  ),
  environment: neverEmpty(
    text({
      pattern: NAME,
      expected: NAME_EXPECTED,
      default: 'production',
      group,
      commands: IN_AWS.filter((command) => command !== 'preview' && command !== 'sweep'),
      ofRun: true,
      description:
        'Environment of the service, such as staging or production. Each has its own hosts and releases. With `preview`: `pr-` and the number of the pull request.',
    }),
  ),
  'aws-region': optional(
    text({
      pattern: REGION,
      expected: 'an AWS region, such as us-east-1',
      group,
      commands: IN_AWS,
      description: 'AWS region. Default: the variable `AWS_REGION`.',
    }),
  ),
  'role-to-assume': optional(
    text({
      pattern: ROLE_ARN,
      expected: 'the ARN of a role, such as arn:aws:iam::111122223333:role/deploy',
      group,
      commands: IN_AWS,
      description:
        'Role that the run assumes with the identity token of its job (OIDC), without stored keys. Needs `id-token: write`. The action renews the credentials until the run ends. Default: the credentials of the job, such as those of aws-actions/configure-aws-credentials.',
    }),
  ),
  'role-duration': duration({
    default: '1h',
    min: 900,
    max: 43_200,
    group,
    commands: IN_AWS,
    description:
      'With `role-to-assume`: how long the credentials are valid, at most the maximum of the role. A longer run gets new ones in time.',
  }),
  audience: optional(
    text({
      pattern: /^[\x21-\x7e]{1,255}$/,
      expected: 'one that the identity provider in the account lists, such as sts.amazonaws.com',
      group,
      commands: IN_AWS,
      description:
        'With `role-to-assume`: the audience of the identity token. Default: `sts.amazonaws.com`, and in China `sts.amazonaws.com.cn`.',
    }),
  ),
  'account-id': guard(
    { off: 'any', absent: undefined },
    text({
      pattern: /^\d{12}$/,
      expected: 'the 12 digits of an AWS account',
      group,
      commands: IN_AWS,
      description: 'Guard: refuse to run in any other AWS account. `any` accepts each.',
    }),
  ),
  release: optional(
    text({
      pattern: RELEASE_NAME,
      expected: 'the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them',
      group,
      commands: ['rollback', 'promote', 'plan'],
      ofRun: true,
      description:
        'With `rollback`: the release to return to. Default: the last verified one before the live release. With `promote`, or `plan` and `promote-from`: the verified release of `promote-from` to deploy. Default: the live one.',
    }),
  ),
  version: optional(
    reading({
      read: readVersion,
      expected: 'a semantic version such as 1.4.0 or v1.4.0, of 64 characters at most, or the whole id of a commit',
      group,
      commands: ['deploy', 'plan', 'promote', 'rollback'],
      ofRun: true,
      description:
        'With `deploy`: the version of the release, such as `1.4.0` or `v1.4.0`. It becomes a tag of the image, and names one digest forever. Default: the version tag of the run or of the commit, else the commit. With `promote`: the version to promote, as recorded in `promote-from` or tagged in the repository. Default: the version tag of the run. With `rollback`: the version to return to.',
    }),
  ),
  'next-version': optional(
    choice({
      of: SCHEMES,
      group,
      commands: ['deploy', 'plan'],
      description:
        'Propose a version for the commit, in the output `next-version`: `semver` raises the last version tag by the conventional commits since, `calver` takes the date in UTC (`2026.1127.0`). Creates no tag. Needs `contents: read`. Default: no proposal.',
    }),
  ),
  'release-notes': boolean({
    default: 'false',
    group,
    commands: ['deploy', 'promote'],
    description:
      'Write what went live into the GitHub release of the version. Creates a missing release and tag. Needs `contents: write`. If GitHub refuses, the run only warns.',
  }),
  'promote-from': optional(
    text({
      pattern: NAME,
      expected: NAME_EXPECTED,
      group,
      commands: ['promote', 'plan'],
      description:
        'With `promote`: the environment, such as staging, whose verified release is deployed to `environment` with the same image, container and health check. Only the variables in `env` and `secrets` of this run differ. With `plan` (in the step, not in the file): plan this promotion instead of a deploy.',
    }),
  ),
  'promote-from-role': optional(
    text({
      pattern: ROLE_ARN,
      expected: 'the ARN of a role, such as arn:aws:iam::111122223333:role/promoter',
      group,
      commands: ['promote', 'plan'],
      description:
        'With `promote-from`: the role that reads from that environment. Set it if the environment is in another account, or to check the health of its hosts.',
    }),
  ),
  'promote-from-region': optional(
    text({
      pattern: REGION,
      expected: 'an AWS region, such as us-east-1',
      group,
      commands: ['promote', 'plan'],
      description: 'With `promote-from`: the region of that environment. Default: the region of this run.',
    }),
  ),
  'min-soak': neverEmpty(
    duration({
      default: '0s',
      min: 0,
      max: 2_592_000,
      group,
      commands: ['promote', 'plan'],
      description:
        'With `promote-from`: how long the release must have served there, such as `30m`. If the hosts can be asked, a restarted container counts from its restart.',
    }),
  ),
}
