/** Hosted zones of a cloud and the answers of its DNS server, for tests, as an observer. */
import { Resolver } from 'node:dns/promises'
import {
  ChangeResourceRecordSetsCommand,
  CreateHostedZoneCommand,
  ListResourceRecordSetsCommand,
  Route53Client,
} from '@aws-sdk/client-route-53'
import type { Change, ResourceRecordSet } from '@aws-sdk/client-route-53'
import type { Cloud } from './cloud.ts'

export interface HostedZone {
  readonly id: string
  /** Its records, each as `name type values`, without those of every zone. */
  records(): Promise<readonly string[]>
  change(...changes: readonly Change[]): Promise<void>
}

export async function createHostedZone(cloud: Cloud, name: string): Promise<HostedZone> {
  const route53 = new Route53Client(cloud.observer)
  const { HostedZone: made } = await route53.send(new CreateHostedZoneCommand({ Name: name, CallerReference: crypto.randomUUID() }))
  const id = (made?.Id ?? '').replace('/hostedzone/', '')
  return {
    id,
    async records() {
      const { ResourceRecordSets = [] } = await route53.send(new ListResourceRecordSetsCommand({ HostedZoneId: id }))
      return ResourceRecordSets.filter(({ Type }) => Type !== 'NS' && Type !== 'SOA').map(words)
    },
    async change(...changes) {
      await route53.send(new ChangeResourceRecordSetsCommand({ HostedZoneId: id, ChangeBatch: { Changes: [...changes] } }))
    },
  }
}

function words({ Name = '', Type, ResourceRecords = [] }: ResourceRecordSet): string {
  return `${Name.replace(/\.$/, '')} ${Type} ${ResourceRecords.map(({ Value }) => Value).join(', ')}`
}

/** Asks the DNS server of the cloud. */
export function resolverOf(cloud: Cloud): Resolver {
  const resolver = new Resolver()
  resolver.setServers([cloud.nameserver])
  return resolver
}
