import { EC2Client } from '@aws-sdk/client-ec2'
import { ec2Hosts } from '../adapters/aws/ec2/hosts.ts'
import { ec2Networks } from '../adapters/aws/ec2/networks.ts'
import { ec2Vpcs } from '../adapters/aws/ec2/vpcs.ts'
import type { Clock } from '../ports/clock.ts'
import type { Hosts } from '../ports/hosts/hosts.ts'
import type { Networks } from '../ports/hosts/networks.ts'
import type { Vpcs } from '../ports/hosts/vpcs.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

interface Ec2 {
  readonly client: EC2Client
  readonly hosts: Hosts
  readonly networks: Networks
  readonly vpcs: Vpcs
}

export function connectEc2(options: ClientOptions, clock: Clock): Ec2 {
  const client = permitted(new EC2Client(options), options.permit)
  return { client, hosts: ec2Hosts(client), networks: ec2Networks(client, clock), vpcs: ec2Vpcs(client) }
}
