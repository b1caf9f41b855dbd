import { CHANGES, COMMANDS, RELEASES, WORKS_ON_HOSTS } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { boolean, duration, integer, text } from '../../domain/field/fields.ts'
import { list } from '../../domain/field/list-fields.ts'
import { privateNetwork } from '../../domain/field/private-network.ts'

/** Of a host that is there and has it otherwise, only a new one can have it: see `domain/host/differences.ts`. */
const effect = 'new-host'
const group = 'Host'

/** The hosts: how many, and what they are like. */
export const HOST = {
  'instance-id': optional(
    text({
      pattern: /^i-[0-9a-f]{8,17}$/,
      expected: 'an instance id, such as i-0123456789abcdef0',
      group,
      commands: COMMANDS,
      description: 'Use this existing instance. Default: the host that carries the tags of the service and environment, or a new one.',
    }),
  ),
  instances: integer({
    default: '1',
    min: 1,
    max: 50,
    group,
    commands: RELEASES,
    description: 'How many hosts the service has in this environment. Missing ones are launched; each is reached on its own.',
  }),
  'max-concurrency': text({
    default: '1',
    pattern: /^([1-9]|[1-4][0-9]|50|[1-9][0-9]?%|100%)$/,
    expected: 'a number from 1 to 50, or a percentage from 1% to 100%',
    group,
    commands: WORKS_ON_HOSTS,
    description:
      'How many hosts a release goes to at a time: a number, or a percentage such as `25%`. The first failure stops the next ones; with `1`, no more than one host can fail.',
  }),
  'instance-type': text({
    pattern: /^[a-z0-9-]+\.[a-z0-9-]+$/,
    expected: 'an instance type, such as t3.small',
    default: 't3.small',
    group,
    effect,
    commands: RELEASES,
    description:
      'Instance type of the host; a new one is a t3.small where nothing is said. A type of another architecture than the runner needs emulation (or a runner of that architecture) to build for.',
  }),
  ami: optional(
    text({
      pattern: /^ami-[0-9a-f]{8,17}$/,
      expected: 'an image id, such as ami-0123456789abcdef0',
      group,
      effect,
      commands: RELEASES,
      description:
        "Machine image of the host. Default: for a new host the newest Amazon Linux 2023 for the type's architecture; `renew: true` brings a later one.",
    }),
  ),
  'subnet-ids': list({
    separator: 'any',
    pattern: /^subnet-[0-9a-f]{8,17}$/,
    expected: 'subnet ids, such as subnet-0123456789abcdef0',
    group,
    effect,
    commands: RELEASES,
    description:
      'Subnets for the host, in order: the next one is tried when a zone has no capacity. Default: the subnets of the default VPC.',
  }),
  'security-group-ids': list({
    separator: 'any',
    pattern: /^sg-[0-9a-f]{8,17}$/,
    expected: 'security group ids, such as sg-0123456789abcdef0',
    group,
    effect,
    commands: WORKS_ON_HOSTS,
    description: 'Security groups of the host. Default: one for this service, open for the served port only.',
  }),
  'instance-profile': optional(
    text({
      pattern: /^[\w+=,.@-]{1,128}$/,
      expected: 'the name of an instance profile (not its ARN)',
      group,
      effect,
      commands: RELEASES,
      description:
        'Instance profile of the host. Default: one for this service and environment with the least it needs, created under the path /docker-to-ec2/.',
    }),
  ),
  'volume-size': integer({
    default: '16',
    min: 8,
    max: 16_384,
    group,
    effect,
    commands: RELEASES,
    description: 'Size in GiB of the encrypted gp3 root volume of the host.',
  }),
  'elastic-ip': boolean({
    default: 'true',
    group,
    commands: WORKS_ON_HOSTS,
    description: 'Give the host an Elastic IP, so that its address survives a stop or a replacement.',
  }),
  network: optional(
    privateNetwork({
      group,
      commands: WORKS_ON_HOSTS,
      description:
        "Private IPv4 network for the containers of a host, such as 10.213.0.0/16; each service has 64 addresses of it. It must not overlap with the VPC or with any network that the application talks to. Default: one that neither the host's routes nor the VPC's use.",
    }),
  ),
  'host-timeout': duration({
    default: '10m',
    min: 10,
    max: 3600,
    group,
    commands: CHANGES,
    description: 'How long a host may take until its SSM agent is online.',
  }),
  'allow-replacement': boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Allow what needs a new host, because an input asks for another `instance-type`, `ami`, `volume-size`, `subnet-ids`, `security-group-ids` or `instance-profile` than the host has, or for `elastic-ip: false` where it has one: launch the new host, deploy there, move the address, terminate the old one. Without it such a run is refused.',
  }),
  renew: boolean({
    default: 'false',
    group,
    commands: RELEASES,
    ofRun: true,
    description:
      'Replace each host by a new one in the same way although no input asks for another: for a newer machine image, or because something is wrong with it. Where nothing is said of `instance-type` and `volume-size`, it is as large as the old one.',
  }),
}
