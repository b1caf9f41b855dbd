import { call } from './requests.ts'
import type { Attacks } from './requests.ts'
import type { Request } from './simulate.ts'

const ZONE = 'arn:aws:route53:::hostedzone/Z1'
const SHOP = 'shop.example.com'
const MARKER = '951623a26f8b3388.web.production.us-east-1._docker-to-ec2.example.com'

interface Batch {
  readonly zone?: string
  readonly names?: readonly string[]
  readonly types?: readonly string[]
  readonly actions?: readonly string[]
}

/** A batch as IAM is asked for it: all names, types and actions in it. */
function batch({ zone = ZONE, names: changed = [SHOP, MARKER], types = ['A', 'TXT'], actions = ['CREATE'] }: Batch): readonly Request[] {
  return call('route53:ChangeResourceRecordSets', zone, {
    'route53:ChangeResourceRecordSetsNormalizedRecordNames': [...changed],
    'route53:ChangeResourceRecordSetsRecordTypes': [...types],
    'route53:ChangeResourceRecordSetsActions': [...actions],
  })
}

const marker = (service: string): string => MARKER.replace('web.production.us-east-1', service)

/** What a deploy of `web` in `production` does to its own names. */
export const OWN_RECORDS: Attacks = {
  'make a record': batch({}),
  'change it': batch({ actions: ['DELETE', 'CREATE'] }),
  'remove it': batch({ actions: ['DELETE'] }),
  'make one of a pattern': batch({ names: ['pr-12.shop.example.com', MARKER] }),
  'make one of a wildcard': batch({ names: ['\\052.wild.example.com', MARKER] }),
  'see its zone': call('route53:ListResourceRecordSets', ZONE),
}

export const names: Attacks = {
  'change the record of another name': batch({ names: ['www.example.com'] }),
  'change the record of another name beside its own': batch({ names: [SHOP, MARKER, 'www.example.com'] }),
  'change the record of the zone itself': batch({ names: ['example.com'] }),
  'change a record below its own name': batch({ names: ['api.shop.example.com'] }),
  'change a name that ends like its own': batch({ names: ['myshop.example.com'] }),
  'take every name': batch({ names: ['\\052.example.com'] }),
  'prove to an authority that it has its name': batch({ names: ['_acme-challenge.shop.example.com'], types: ['TXT'] }),
  'take over the marker of another service': batch({ names: [marker('db.production.us-east-1')], types: ['TXT'] }),
  'take over the marker of another environment': batch({ names: [marker('web.staging.us-east-1')], types: ['TXT'] }),
  'take over the marker of another region': batch({ names: [marker('web.production.eu-west-1')], types: ['TXT'] }),
  'delegate its name': batch({ names: [SHOP], types: ['NS'] }),
  'make a CNAME of it': batch({ names: [SHOP], types: ['CNAME'] }),
  'take its mail': batch({ types: ['A', 'MX'] }),
  'say which authorities are trusted': batch({ names: [SHOP], types: ['CAA'] }),
  'overwrite a record unseen': batch({ actions: ['UPSERT'] }),
  'change another zone': batch({ zone: 'arn:aws:route53:::hostedzone/Z2' }),
  'see the records of another zone': call('route53:ListResourceRecordSets', 'arn:aws:route53:::hostedzone/Z2'),
  'see who else asks for a zone': call('route53:GetHostedZone', 'arn:aws:route53:::hostedzone/Z2'),
  'delete its zone': call('route53:DeleteHostedZone', ZONE),
  'make a zone': call('route53:CreateHostedZone', '*'),
  'open a zone to a VPC': call('route53:AssociateVPCWithHostedZone', ZONE),
  'take the domain to another registrar': call('route53domains:TransferDomainToAnotherAwsAccount', '*'),
}
