import { Route53Client } from '@aws-sdk/client-route-53'
import { route53Zones } from '../../adapters/aws/route53/zones.ts'
import type { Zones } from '../../ports/dns/zones.ts'
import { permitted } from './permitted.ts'
import type { ClientOptions } from './options.ts'

export function connectRoute53(options: ClientOptions): Zones {
  return route53Zones(permitted(new Route53Client(options), options.permit))
}
