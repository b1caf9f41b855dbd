import { COMMANDS } from '../../domain/command.ts'
import type { Command } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import type { Field } from '../../domain/field/field.ts'
import { approval, boolean, choice, decimal, duration, integer, size, text } from '../../domain/field/fields.ts'
import { list, map, readings, steps, words } from '../../domain/field/list-fields.ts'
import { CONTAINER_OPTIONS } from '../../domain/container/container-options.ts'
import { volume } from '../../domain/container/option-values.ts'
import { privateNetwork } from './private-network.ts'
import { trustedProxies } from './trusted-proxies.ts'

const WHAT = 'What to do'
const HOST = 'Host'
const IMAGE = 'Image'
const RUN = 'Container'
const HEALTH = 'Health and traffic'
const CANARY = 'Canary'

const NAME = /^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/
const NAME_EXPECTED = 'lower-case letters, digits and hyphens, 40 at most, such as web or pr-12'
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/
/** What Docker takes. */
const VARIABLE = /^[^=\0]+$/

/** For what an input has a meaning; those that name none describe a release, for `deploy` and `plan`. */
const RELEASES: readonly Command[] = ['deploy', 'plan', 'promote']
const WORKS_ON_HOSTS: readonly Command[] = [...RELEASES, 'rollback', 'restart']
const CHANGES: readonly Command[] = [...WORKS_ON_HOSTS, 'destroy']

/** Every input of the action: the one source of its type, its default and its documentation. */
export const INPUTS = {
  command: choice({
    of: COMMANDS,
    default: 'deploy',
    group: WHAT,
    commands: COMMANDS,
    ofRun: true,
    defaultByRunner: true,
    description:
      '`deploy` brings the service to the current commit, `plan` shows what `deploy` with the same inputs would do and changes nothing, `promote` deploys what is verified in the environment `promote-from`, `rollback` returns to an earlier release, `restart` replaces the container of the live release by a new one that reads its secrets again, `status` tells what is deployed and changes nothing, `destroy` removes the service and everything that was created for it.',
  }),
  config: optional(
    text({
      pattern: /^(none|(?!\/)(?!(.*\/)?\.\.?\/)[^\0\\]+\.ya?ml)$/,
      expected: 'a YAML file by its path in the repository, such as .github/docker-to-ec2.yml, or none',
      group: WHAT,
      commands: COMMANDS,
      ofRun: true,
      description:
        'Configuration file with inputs, by its path in the repository; `none` reads no file. Default: `.github/docker-to-ec2.yml`, where it exists.',
    }),
  ),
  service: optional(
    text({
      pattern: NAME,
      expected: NAME_EXPECTED,
      group: WHAT,
      commands: COMMANDS,
      description: "Name of the service; also the tag that marks its host. Default: the repository's name.",
    }),
  ),
  environment: text({
    pattern: NAME,
    expected: NAME_EXPECTED,
    default: 'production',
    group: WHAT,
    commands: COMMANDS,
    ofRun: true,
    description: 'Environment of the service, such as staging or production. Each has a host and releases of its own.',
  }),
  'aws-region': optional(
    text({
      pattern: REGION,
      expected: 'an AWS region, such as us-east-1',
      group: WHAT,
      commands: COMMANDS,
      description: 'AWS region. Default: the variable `AWS_REGION`, which aws-actions/configure-aws-credentials sets.',
    }),
  ),
  'account-id': optional(
    text({
      pattern: /^\d{12}$/,
      expected: 'the 12 digits of an AWS account',
      group: WHAT,
      commands: COMMANDS,
      description: 'Guard: refuse to run with credentials of any other AWS account.',
    }),
  ),
  release: optional(
    text({
      pattern: /^[0-9a-f]{7,8}-[0-9a-f]{8}$/,
      expected: 'the name of a release, such as 3f2a9c1d-b04e77aa; `status` lists them',
      group: WHAT,
      commands: ['rollback', 'promote'],
      ofRun: true,
      description:
        'With `rollback`: the release to return to; default: the last verified one before the one that serves. With `promote`: the verified release of `promote-from`; default: the one that serves there.',
    }),
  ),
  'promote-from': optional(
    text({
      pattern: NAME,
      expected: NAME_EXPECTED,
      group: WHAT,
      commands: ['promote'],
      description:
        'With `promote`: the environment, such as staging, whose verified release is deployed to `environment` as it is: image, container and health check. Of these only what `env` and `secrets` name here differs.',
    }),
  ),
  'promote-from-role': optional(
    text({
      pattern: /^arn:aws(-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]+$/,
      expected: 'the ARN of a role, such as arn:aws:iam::111122223333:role/promoter',
      group: WHAT,
      commands: ['promote'],
      description:
        'With `promote`: the role to assume for reading from `promote-from`, where that lies in another account, or its hosts are to be asked whether they are well.',
    }),
  ),
  'promote-from-region': optional(
    text({
      pattern: REGION,
      expected: 'an AWS region, such as us-east-1',
      group: WHAT,
      commands: ['promote'],
      description: 'With `promote`: the region of `promote-from`. Default: the one of this run.',
    }),
  ),
  'plan-hash': approval({
    pattern: /^v1(\.[0-9a-f]{12}){4}\.(none|[0-9a-f]{7,8}-[0-9a-f]{8})$/,
    expected: 'the output plan-hash of a run with command: plan; it is empty when that run was refused or skipped',
    default: 'none',
    group: WHAT,
    commands: ['deploy'],
    ofRun: true,
    defaultByRunner: true,
    description:
      'With `deploy`: do only what the run with `command: plan` showed that gave this as its output `plan-hash`, and refuse if anything has changed since. Given but empty is an error, so that an approval cannot get lost on the way; `none` asks for no approved plan.',
  }),
  'plan-comment': boolean({
    default: 'false',
    group: WHAT,
    commands: ['plan'],
    ofRun: true,
    description:
      'With `plan`: also write the plan into a comment on the pull request, one for each service and environment; needs `pull-requests: write`.',
  }),
  'allow-rolled-back': boolean({
    default: 'false',
    group: WHAT,
    commands: RELEASES,
    ofRun: true,
    description: 'Deploy a commit that was rolled back from. Without it such a commit is refused until a newer one comes.',
  }),
  'allow-downgrade': boolean({
    default: 'false',
    group: WHAT,
    commands: RELEASES,
    ofRun: true,
    description:
      'Deploy a commit that is older than the one that serves. Without it such a run is refused: it was started, or approved, too late.',
  }),
  migration: boolean({
    default: 'false',
    group: WHAT,
    commands: RELEASES,
    ofRun: true,
    description: 'Marks this release as one that changes data in a way that older releases may not understand; a rollback past it warns.',
  }),
  'lock-timeout': duration({
    default: '15m',
    min: 0,
    max: 21_600,
    group: WHAT,
    commands: CHANGES,
    description: 'How long to wait for another run that deploys the same service. A newer waiting run makes an older one give way.',
  }),
  'destroy-repository': boolean({
    default: 'false',
    group: WHAT,
    commands: ['destroy'],
    ofRun: true,
    description: 'With `destroy`: remove the ECR repository and all its images, too.',
  }),
  'deploy-timeout': duration({
    default: '15m',
    min: 60,
    max: 28_800,
    group: WHAT,
    commands: WORKS_ON_HOSTS,
    description:
      'How long the work on a host may take in all: pull, start, health check, drain. A canary has this time for all its steps, too. The time that the old container may take to stop comes on top.',
  }),
  'github-token': optional(
    text({
      default: '${{ github.token }}',
      group: WHAT,
      commands: COMMANDS,
      ofRun: true,
      defaultByRunner: true,
      description:
        'Token for what GitHub is asked for: whether a commit is older than the one that serves, the commits between two releases, the configuration file where it is not checked out (all of this needs `contents: read`), and the comment of `plan-comment`.',
    }),
  ),

  'instance-id': optional(
    text({
      pattern: /^i-[0-9a-f]{8,17}$/,
      expected: 'an instance id, such as i-0123456789abcdef0',
      group: HOST,
      commands: COMMANDS,
      description: 'Use this existing instance. Default: the host that carries the tags of the service and environment, or a new one.',
    }),
  ),
  instances: integer({
    default: '1',
    min: 1,
    max: 50,
    group: HOST,
    commands: RELEASES,
    description: 'How many hosts the service has in this environment. Missing ones are launched; each is reached on its own.',
  }),
  'max-concurrency': text({
    default: '1',
    pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
    expected: 'a number from 1 to 50, or a percentage from 1% to 100%',
    group: HOST,
    commands: WORKS_ON_HOSTS,
    description:
      'How many hosts a release goes to at a time: a number, or a percentage such as `25%`. The first failure stops the next ones; with `1`, no more than one host can fail.',
  }),
  'instance-type': text({
    pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
    expected: 'an instance type, such as t3.small',
    default: 't3.small',
    group: HOST,
    commands: RELEASES,
    description:
      'Instance type of a new host. A type of another architecture than the runner needs emulation (or a runner of that architecture) to build for.',
  }),
  ami: optional(
    text({
      pattern: /^ami-[0-9a-f]{8,17}$/,
      expected: 'an image id, such as ami-0123456789abcdef0',
      group: HOST,
      commands: RELEASES,
      description: "Machine image of a new host. Default: the newest Amazon Linux 2023 for the type's architecture.",
    }),
  ),
  'subnet-ids': list({
    separator: 'any',
    pattern: /^subnet-[0-9a-f]{8,17}$/,
    expected: 'subnet ids, such as subnet-0123456789abcdef0',
    group: HOST,
    commands: RELEASES,
    description:
      'Subnets for a new host, in order: the next one is tried when a zone has no capacity. Default: the subnets of the default VPC.',
  }),
  'security-group-ids': list({
    separator: 'any',
    pattern: /^sg-[0-9a-f]{8,17}$/,
    expected: 'security group ids, such as sg-0123456789abcdef0',
    group: HOST,
    commands: WORKS_ON_HOSTS,
    description: 'Security groups of a new host. Default: one for this service, open for the served port only.',
  }),
  'instance-profile': optional(
    text({
      pattern: /^[\w+=,.@-]{1,128}$/,
      expected: 'the name of an instance profile (not its ARN)',
      group: HOST,
      commands: RELEASES,
      description:
        'Instance profile of a new host. Default: one for this service and environment with the least it needs, created under the path /docker-to-ec2/.',
    }),
  ),
  'volume-size': integer({
    default: '16',
    min: 8,
    max: 16_384,
    group: HOST,
    commands: RELEASES,
    description: 'Size in GiB of the encrypted gp3 root volume of a new host.',
  }),
  'elastic-ip': boolean({
    default: 'true',
    group: HOST,
    commands: WORKS_ON_HOSTS,
    description: 'Give the host an Elastic IP, so that its address survives a stop or a replacement.',
  }),
  network: optional(
    privateNetwork({
      group: HOST,
      commands: WORKS_ON_HOSTS,
      description:
        "Private IPv4 network for the containers of a host, such as 10.213.0.0/16; each service has 64 addresses of it. It must not overlap with the VPC or with any network that the application talks to. Default: one that neither the host's routes nor the VPC's use.",
    }),
  ),
  'host-timeout': duration({
    default: '10m',
    min: 10,
    max: 3600,
    group: HOST,
    commands: CHANGES,
    description: 'How long a host may take until its SSM agent is online.',
  }),
  'allow-replacement': boolean({
    default: 'false',
    group: HOST,
    commands: RELEASES,
    ofRun: true,
    description:
      'Allow a change that needs a new host (another instance type): launch it, deploy there, move the address, terminate the old one.',
  }),

  image: optional(
    text({
      pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
      expected: 'an image reference, such as public.ecr.aws/nginx/nginx:1.29 or name@sha256:...',
      group: IMAGE,
      description: 'Deploy this existing image and skip the build.',
    }),
  ),
  repository: optional(
    text({
      pattern: /^(?=.{2,256}$)[a-z0-9]+([._/-][a-z0-9]+)*$/,
      expected: 'the name of an ECR repository, such as team/web',
      group: IMAGE,
      commands: CHANGES,
      description: "ECR repository to push to; created if missing. Default: the service's name.",
    }),
  ),
  context: text({ default: '.', group: IMAGE, description: 'Build context, relative to the workspace.' }),
  dockerfile: optional(
    text({ group: IMAGE, description: 'Path of the Dockerfile, relative to the workspace. Default: `Dockerfile` in the context.' }),
  ),
  target: optional(text({ group: IMAGE, description: 'Stage of the Dockerfile to build. Default: the last one.' })),
  'build-args': map({
    key: VARIABLE,
    expected: 'NAME=value, one a line',
    group: IMAGE,
    description: 'Build arguments, `NAME=value`, one a line. They end up in the image: not for secrets.',
  }),
  platforms: list({
    separator: 'any',
    pattern: /^linux\/(amd64|arm64)$/,
    expected: 'linux/amd64, linux/arm64 or both',
    group: IMAGE,
    description: "Platforms to build for. Default: the host's own. More than one needs docker/setup-buildx-action.",
  }),
  cache: boolean({ default: 'true', group: IMAGE, description: 'Keep and use a build cache in the repository, under a tag of its own.' }),

  port: optional(
    integer({
      min: 1,
      max: 65_535,
      group: RUN,
      description: 'Port that the application listens on inside its container. Needed by `deploy`; a promoted release brings its own.',
    }),
  ),
  args: list({ group: RUN, description: "Arguments for the container, one a line; they replace the image's CMD." }),
  env: map({
    key: VARIABLE,
    expected: 'NAME=value, one a line',
    group: RUN,
    commands: RELEASES,
    description:
      'Environment variables, `NAME=value`, one a line. Readable to anyone who may list SSM commands or pull from the repository: secrets go into `secrets`.',
  }),
  secrets: map({
    key: VARIABLE,
    value: /^(ssm:[\w./-]+|secretsmanager:[\w/+=.@:!-]+(#[\w.-]+)?)$/,
    expected: 'NAME=ssm:/path or NAME=secretsmanager:name-or-arn#json-key, one a line',
    group: RUN,
    commands: RELEASES,
    description:
      'Environment variables whose values the host reads by itself: `NAME=ssm:/path` or `NAME=secretsmanager:name-or-arn[#json-key]`, one a line. Values never pass through the workflow.',
  }),
  volumes: readings({
    read: volume,
    expected: 'SOURCE:/path[:ro], one a line; SOURCE is a volume name or an absolute path of the host',
    group: RUN,
    description: 'Volumes, `SOURCE:/path[:ro]`, one a line. During a deploy the old and the new release share them for a moment.',
  }),
  'volume-data': words({
    of: ['each-host-its-own', 'discarded'],
    alone: 'protected',
    group: RUN,
    commands: [...RELEASES, 'destroy'],
    description:
      'What may become of data in volumes and in folders of the host. `protected` refuses whatever would split or lose it. `each-host-its-own` lets several hosts write to a volume, each to its own copy. `discarded` lets a host be replaced or destroyed with the data on it. Both can be given, separated by a comma.',
  }),
  memory: optional(size({ min: 6 * 2 ** 20, group: RUN, description: 'Memory limit of the container, such as 512m.' })),
  cpus: optional(decimal({ min: 0.01, max: 512, group: RUN, description: 'CPU limit of the container, such as 0.5.' })),
  user: optional(
    text({
      pattern: /^[\w.-]+(:[\w.-]+)?$/,
      expected: 'a user or uid, with :group if needed',
      group: RUN,
      description: "User that the container runs as. Default: the image's own.",
    }),
  ),

  ...CONTAINER_OPTIONS,

  'health-path': text({
    pattern: /^\/([^\s%#]|%[0-9A-Fa-f]{2})*$/,
    expected: 'a path that begins with /, without #, and with % in escapes such as %20 only',
    default: '/',
    group: HEALTH,
    description: 'Path of the health check.',
  }),
  'health-codes': text({
    pattern: /^[1-5]\d\d(-[1-5]\d\d)?(,[1-5]\d\d(-[1-5]\d\d)?)*$/,
    expected: 'status codes and ranges, such as 200-399 or 200,204',
    default: '200-399',
    group: HEALTH,
    description: 'Status codes that count as healthy. Redirects are not followed.',
  }),
  'health-host': optional(
    text({
      pattern: /^[A-Za-z0-9.-]+(:\d+)?$/,
      expected: 'a host name',
      group: HEALTH,
      description: 'Host header of the health check, for applications that check it.',
    }),
  ),
  'health-timeout': duration({
    default: '60s',
    min: 1,
    max: 3600,
    group: HEALTH,
    description: 'How long a new release may take to become healthy.',
  }),
  'health-interval': duration({
    default: '1s',
    min: 0.1,
    max: 60,
    group: HEALTH,
    description: 'Longest pause between two health probes; the first ones follow faster.',
  }),
  'drain-timeout': duration({
    default: '30s',
    min: 0,
    max: 3600,
    group: HEALTH,
    commands: WORKS_ON_HOSTS,
    description: 'How long requests in flight (and WebSockets) of the old release may go on after the cut-over.',
  }),
  'bake-time': duration({
    default: '10s',
    min: 0,
    max: 3600,
    group: HEALTH,
    commands: WORKS_ON_HOSTS,
    description:
      'How long the new release is watched after the cut-over, with the old one still running: restarts, health, errors. If it goes bad, the old one is put back at once.',
  }),
  'bake-max-errors': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group: HEALTH,
    commands: WORKS_ON_HOSTS,
    description: 'Share of answers with status 5xx during the bake, of at least 20 answers, above which a release is bad.',
  }),
  'retain-releases': integer({
    default: '3',
    min: 2,
    max: 20,
    group: HEALTH,
    commands: WORKS_ON_HOSTS,
    description:
      'How many releases stay on the host with container and image, ready to be returned to; the one that serves is one of them.',
  }),
  'proxy-image': text({
    pattern: /^[a-z0-9][\w.\-/:]*(@sha256:[0-9a-f]{64})?$/,
    expected: 'an image reference',
    default: 'public.ecr.aws/docker/library/caddy:2.11.7',
    group: HEALTH,
    commands: WORKS_ON_HOSTS,
    description: 'Image of the proxy, Caddy 2.11.2 or newer.',
  }),
  'http-port': integer({
    default: '80',
    min: 1,
    max: 65_535,
    group: HEALTH,
    commands: [...WORKS_ON_HOSTS, 'status'],
    description:
      'Port of the host on which the service answers. Services of a host that share a port differ in `domains` or `path-prefix`; at most one of them has neither, and gets what no other one takes.',
  }),
  domains: list({
    separator: 'any',
    pattern: /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/,
    expected: 'names in lower case, such as shop.example.com',
    most: 20,
    group: HEALTH,
    commands: RELEASES,
    description:
      'Names under which the service answers on its port, separated by commas or lines. Their DNS is yours to set. Default: every name that no other service on the port has.',
  }),
  'path-prefix': text({
    pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
    expected: 'a path such as /api, without a slash at its end',
    default: '/',
    group: HEALTH,
    commands: RELEASES,
    description:
      'The service answers at this path and below it only. Of several services, the one with the name and then the longest prefix gets a request.',
  }),
  'strip-path-prefix': boolean({
    default: 'false',
    group: HEALTH,
    commands: RELEASES,
    description:
      'Cut `path-prefix` off before the application sees a request; it then finds it in the header `X-Forwarded-Prefix`. The health check asks the application itself, so `health-path` never has the cut-off prefix. With it, doubled slashes and segments such as `..` of the path are resolved.',
  }),
  upstream: choice({
    of: ['http', 'h2c', 'https'],
    default: 'http',
    group: HEALTH,
    description:
      'What the application speaks on its port: HTTP/1.1, HTTP/2 without TLS (as gRPC does), or HTTPS, whose certificate is not verified. With `h2c`, `http-port` also takes HTTP/2 without TLS, and the health check is an HTTP/2 request. Whatever it speaks, headers with `_`, `.` or `~` in their names do not reach it.',
  }),
  'trusted-proxies': trustedProxies({
    most: 50,
    group: HEALTH,
    commands: RELEASES,
    description:
      "Load balancers and CDNs before `http-port`: `vpc` for whoever is in the host's own VPC, and CIDRs. What they say of a visitor's address and scheme reaches the application; what anybody else says does not. Default: nobody.",
  }),

  'canary-steps': optional(
    steps({
      group: CANARY,
      commands: RELEASES,
      description:
        'Give a new release its traffic in steps, `share:time`, such as `10%:2m, 50%:5m`, and judge it against the old release in each; a bad one is taken back. Default: no canary, the cut-over is one step.',
    }),
  ),
  'canary-max-error-rate': decimal({
    default: '0.1',
    min: 0,
    max: 1,
    group: CANARY,
    commands: RELEASES,
    description: 'Share of answers with status 5xx above which a canary is bad, even if the old release is no better.',
  }),
  'canary-max-latency': optional(
    duration({
      min: 0.005,
      max: 10,
      group: CANARY,
      commands: RELEASES,
      description: 'Duration that 99 of 100 requests to a canary must not exceed, such as 800ms, even if the old release is no faster.',
    }),
  ),
  'canary-min-requests': integer({
    default: '50',
    min: 1,
    max: 1_000_000,
    group: CANARY,
    commands: RELEASES,
    description: 'Requests that the canary and the old release must each have answered in a step before it can count as good.',
  }),
  'canary-inconclusive': choice({
    of: ['hold', 'promote', 'rollback'],
    default: 'rollback',
    group: CANARY,
    commands: RELEASES,
    description:
      'What a step without enough requests means: `rollback` takes the canary back, `promote` goes on, `hold` waits at this share until there are enough or `timeout` ends.',
  }),
  'canary-header': text({
    pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
    expected: 'the name of a request header, such as X-Canary',
    default: 'X-Canary',
    group: CANARY,
    commands: RELEASES,
    description:
      'Request header by which a tester chooses while a canary runs: `always` for the canary, `never` for the old release. Another name makes the proxy load a new configuration.',
  }),
} as const satisfies Record<string, Field<unknown>>

export type InputName = keyof typeof INPUTS
/** The parsed inputs: durations in seconds, sizes in bytes, absent optional ones `undefined`. */
export type Inputs = { readonly [K in InputName]: ReturnType<(typeof INPUTS)[K]['parse']> }
