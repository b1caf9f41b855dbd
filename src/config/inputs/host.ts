import { CHANGES, IN_AWS, RELEASES, WORKS_ON_HOSTS } from '../../domain/command.ts'
import { guard, optional } from '../../domain/field/field.ts'
import { boolean, choice, decimal, duration, integer, reading, text } from '../../domain/field/fields.ts'
import { list } from '../../domain/field/list-fields.ts'
import { EXPECTED_SCHEDULE, parseSchedule } from '../../domain/schedule/schedule.ts'
import { privateNetwork } from '../../domain/field/private-network.ts'

/** An existing host keeps its value. Only a new host gets another one: see `domain/host/differences.ts`. */
const effect = 'new-host'
const group = 'Host'

/** The hosts: their number and properties. */
export const HOST = {
  'instance-id': optional(
    text({
      pattern: /^i-[0-9a-f]{8,17}$/,
      expected: 'an instance id, such as i-0123456789abcdef0',
      group,
      commands: IN_AWS,
      description: 'Use this existing instance. Default: the host with the tags of the service and environment, or a new one.',
    }),
  ),
  instances: integer({
    default: '1',
    min: 1,
    max: 50,
    group,
    commands: [...RELEASES, 'doctor'],
    description: 'Number of hosts of the service in this environment. The action launches missing ones. Each has its own address.',
  }),
  'max-concurrency': text({
    default: '1',
    pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
    expected: 'a number from 1 to 50, or a percentage from 1% to 100%',
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How many hosts get a release at a time: a number, or a percentage such as `25%`. The first failure stops the rest. With `1`, only one host can fail.',
  }),
  'instance-type': text({
    pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
    expected: 'an instance type, such as t3.small',
    default: 't3.small',
    group,
    effect,
    commands: [...RELEASES, 'doctor'],
    description:
      "Instance type of the host. A new host is a t3.small by default. If its architecture differs from the runner's, the build needs emulation, or a runner of that architecture.",
  }),
  ami: optional(
    text({
      pattern: /^ami-[0-9a-f]{8,17}$/,
      expected: 'an image id, such as ami-0123456789abcdef0',
      group,
      effect,
      commands: [...RELEASES, 'doctor'],
      description:
        'Machine image of the host. Default for a new host: the newest Amazon Linux 2023 for its architecture. `renew: true` moves to a newer one.',
    }),
  ),
  'subnet-ids': guard(
    { off: 'default', absent: [] },
    list({
      separator: 'any',
      pattern: /^subnet-[0-9a-f]{8,17}$/,
      expected: 'subnet ids, such as subnet-0123456789abcdef0, or default',
      group,
      effect,
      commands: [...RELEASES, 'doctor'],
      description:
        'Subnets for the host, in order. If a zone has no capacity, the next subnet is tried. `default`: the subnets of the default VPC.',
    }),
  ),
  'security-group-ids': guard(
    { off: 'default', absent: [] },
    list({
      separator: 'any',
      pattern: /^sg-[0-9a-f]{8,17}$/,
      expected: 'security group ids, such as sg-0123456789abcdef0, or default',
      group,
      effect,
      commands: [...WORKS_ON_HOSTS, 'doctor'],
      description: 'Security groups of the host. `default`: one for this service that opens only the served ports.',
    }),
  ),
  'instance-profile': optional(
    text({
      pattern: /^[\w+=,.@-]{1,128}$/,
      expected: 'the name of an instance profile (not its ARN)',
      group,
      effect,
      commands: [...RELEASES, 'doctor'],
      description:
        'Instance profile of the host. Default: a least-privilege one for this service and environment, below the path /docker-to-ec2/.',
    }),
  ),
  'volume-size': integer({
    default: '16',
    min: 8,
    max: 16_384,
    group,
    effect,
    commands: [...RELEASES, 'doctor'],
    description: "Size of the host's encrypted gp3 root volume, in GiB.",
  }),
  'elastic-ip': boolean({
    default: 'true',
    group,
    commands: [...WORKS_ON_HOSTS, 'doctor'],
    description: 'Give the host an Elastic IP, so that its address survives a stop or a replacement.',
  }),
  network: optional(
    privateNetwork({
      group,
      commands: WORKS_ON_HOSTS,
      description:
        "Private IPv4 network for the containers of a host, such as 10.213.0.0/16. Each service gets 64 addresses. It must not overlap with the VPC, or with a network that the application connects to. A running container keeps its address until the next release, or `restart`. Default: one that neither the host's routes nor the VPC use.",
    }),
  ),
  'max-monthly-cost': guard(
    { off: 'none', absent: undefined },
    decimal({
      min: 1,
      max: 1_000_000,
      group,
      commands: RELEASES,
      description:
        'Refuse a run after which the hosts of this service would cost more than this in a month, in US dollars by list prices (docs/guides/operate/cost.md). A price that is not known is refused, too. `none` is no limit.',
    }),
  ),
  capacity: choice({
    of: ['on-demand', 'spot'],
    default: 'on-demand',
    group,
    effect,
    commands: [...RELEASES, 'doctor'],
    description:
      'With `spot`, a new host is a spot instance: cheaper, but AWS can take it back after two minutes, with all data on it. Without spot capacity it is an on-demand one. Not for services with volumes, unless `volume-data: discarded`, and not with `schedule` (docs/guides/operate/cost.md).',
  }),
  schedule: optional(
    reading({
      read: parseSchedule,
      expected: EXPECTED_SCHEDULE,
      group,
      commands: ['deploy', 'plan', 'promote', 'schedule', 'status', 'doctor'],
      description:
        'When the hosts run, such as `weekdays 8-19 Europe/Berlin`. `command: schedule`, which a workflow has to run at these times, stops them outside of these hours and starts them again (docs/guides/operate/cost.md).',
    }),
  ),
  'host-timeout': duration({
    default: '10m',
    min: 10,
    max: 3600,
    group,
    commands: [...CHANGES, 'schedule'],
    description:
      'How long a host may take until its SSM agent is online; with `schedule`, also until it has stopped, and until the service answers again.',
  }),
  'allow-replacement': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Allow a new host if an input needs one: another `instance-type`, `ami`, `volume-size`, `subnet-ids`, `security-group-ids` or `instance-profile`, `elastic-ip: false` for a host that has one, or `capacity: on-demand` for a spot instance. The action launches the new host, deploys there, moves the address and terminates the old host. Otherwise it refuses such a run.',
  }),
  renew: boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Replace each host even if no input needs it, for example for a newer machine image or because the host is broken. Without `instance-type` and `volume-size`, the new host is as large as the old one.',
  }),
}
