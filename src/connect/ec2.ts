import { EC2Client } from '@aws-sdk/client-ec2'
import { ec2Hosts } from '../adapters/ec2-hosts.ts'
import { ec2Networks } from '../adapters/ec2-networks.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hosts } from '../ports/hosts.ts'
import type { Networks } from '../ports/networks.ts'
import type { ClientOptions } from './options.ts'

interface Ec2 {
  readonly client: EC2Client
  readonly hosts: Hosts
  readonly networks: Networks
}

export function connectEc2(options: ClientOptions, clock: Clock): Ec2 {
  const client = new EC2Client(options)
  return { client, hosts: ec2Hosts(client), networks: ec2Networks(client, clock) }
}
