import { IN_AWS, RELEASES } from '../../domain/command.ts'
import { optional } from '../../domain/field/field.ts'
import { duration } from '../../domain/field/fields.ts'
import { distinct, list } from '../../domain/field/list-fields.ts'

/** The DNS records of the domains. */
export const NAMES = {
  'hosted-zone-id': optional(
    distinct(
      list({
        separator: 'any',
        pattern: /^(none|[A-Z0-9]{1,32})$/,
        expected: 'ids of hosted zones, such as Z0123456789ABCDEFGHIJ, or none',
        most: 5,
        group: 'Health and traffic',
        commands: IN_AWS,
        description:
          'Ids of the Route 53 hosted zones that contain the `domains`; `none` leaves all records to you. Default: for each name, the public zone of this account with the longest matching suffix. For a name without a zone, the run says which record to create.',
      }),
    ),
  ),
  'dns-timeout': duration({
    default: '10m',
    min: 0,
    max: 86_400,
    group: 'HTTPS',
    kind: 'web',
    commands: RELEASES,
    description:
      'With `tls: acme`: how long a run waits for new names to resolve to its hosts before it requests certificates. For DNS outside Route 53, it says which record to create. `0s` skips the lookup.',
  }),
}
