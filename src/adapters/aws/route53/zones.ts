import {
  ChangeResourceRecordSetsCommand,
  GetChangeCommand,
  GetHostedZoneCommand,
  ListResourceRecordSetsCommand,
  paginateListHostedZones,
} from '@aws-sdk/client-route-53'
import type { HostedZone, ListResourceRecordSetsCommandInput, Route53Client } from '@aws-sdk/client-route-53'
import type { RecordChange, RecordSet } from '../../../domain/dns/record-set.ts'
import type { Zone } from '../../../domain/dns/zone.ts'
import { isNotAllowed } from '../../../errors.ts'
import type { Batch, Zones } from '../../../ports/dns/zones.ts'
import { aws, isNamed, pages, unlessMissing } from '../errors.ts'
import { fromRoute53, nameOf, toRoute53 } from './record-sets.ts'

export function route53Zones(client: Route53Client): Zones {
  return {
    list: () => listZones(client),
    get: (id) => getZone(client, id),
    setsAt: async (zone, names) => (await Promise.all(names.map((name) => setsFrom(client, zone, name, (at) => at === name)))).flat(),
    setsBelow: (zone, name) => setsFrom(client, zone, name, (at) => at === name || at.endsWith(`.${name}`)),
    change: (zone, changes) => change(client, zone, changes),
    isInSync: async (Id) => {
      const { ChangeInfo } = await aws('route53:GetChange', client.send(new GetChangeCommand({ Id })))
      return ChangeInfo?.Status === 'INSYNC'
    },
  }
}

async function listZones(client: Route53Client): Promise<readonly Zone[] | 'denied'> {
  try {
    const found = await pages('route53:ListHostedZones', paginateListHostedZones({ client }, {}), (page) => page.HostedZones)
    return found.map(zoneOf)
  } catch (error) {
    if (isNotAllowed(error)) return 'denied'
    throw error
  }
}

async function getZone(client: Route53Client, id: string): Promise<Zone | undefined> {
  const request = new GetHostedZoneCommand({ Id: id })
  const found = await unlessMissing('route53:GetHostedZone', client.send(request), 'NoSuchHostedZone', 'InvalidInput')
  return found?.HostedZone && zoneOf(found.HostedZone)
}

function zoneOf({ Id = '', Name = '', Config }: HostedZone): Zone {
  return { id: Id.replace('/hostedzone/', ''), name: nameOf(Name), isPrivate: Config?.PrivateZone === true }
}

/** The sets at and below a name. They are adjacent, because Route 53 sorts names by their last labels. */
async function setsFrom(client: Route53Client, zone: Zone, name: string, belongs: (name: string) => boolean): Promise<RecordSet[]> {
  const found: RecordSet[] = []
  let next: Start | undefined = { StartRecordName: name }
  while (next !== undefined) {
    const page: Page = await pageFrom(client, zone, next)
    const own = page.sets.filter((set) => belongs(set.name))
    found.push(...own)
    next = own.length === page.sets.length ? page.next : undefined
  }
  return found
}

type Start = Pick<ListResourceRecordSetsCommandInput, 'StartRecordName' | 'StartRecordType' | 'StartRecordIdentifier'>
interface Page {
  readonly sets: readonly RecordSet[]
  readonly next: Start | undefined
}

async function pageFrom(client: Route53Client, zone: Zone, start: Start): Promise<Page> {
  const request = new ListResourceRecordSetsCommand({ HostedZoneId: zone.id, ...start })
  const page = await unlessMissing('route53:ListResourceRecordSets', client.send(request), 'NoSuchHostedZone')
  const next = {
    StartRecordName: page?.NextRecordName,
    StartRecordType: page?.NextRecordType,
    StartRecordIdentifier: page?.NextRecordIdentifier,
  }
  return { sets: (page?.ResourceRecordSets ?? []).map(fromRoute53), next: page?.IsTruncated === true ? next : undefined }
}

async function change(client: Route53Client, zone: Zone, changes: readonly RecordChange[]): Promise<Batch> {
  const Changes = changes.map(({ action, set }) => ({ Action: action, ResourceRecordSet: toRoute53(set) }))
  const request = new ChangeResourceRecordSetsCommand({
    HostedZoneId: zone.id,
    ChangeBatch: { Changes, Comment: 'docker-to-ec2' },
  })
  try {
    const { ChangeInfo } = await aws('route53:ChangeResourceRecordSets', client.send(request))
    return { kind: 'accepted', id: ChangeInfo?.Id ?? '' }
  } catch (error) {
    if (isNamed(error, 'InvalidChangeBatch')) return { kind: 'overtaken', reason: error.message }
    throw error
  }
}
