import { guard, neverEmpty, optional } from '../../field/field.ts'
import { boolean, duration, reading, secretReference, size, spellDuration, spellSize } from '../../field/fields.ts'
import { distinct, readings } from '../../field/list-fields.ts'
import { map } from '../../field/map-field.ts'
import { isCidr } from '../../container/ip-address.ts'
import { hidden, shown } from './setting.ts'
import { SECRET } from './secret-source.ts'

const group = 'Access'
/** They belong to the environment, not to a release: a change needs no new container. */
const usual = { acts: 'proxy', carried: 'environment', identity: false } as const
/** Characters; an order to a host has a size limit. */
const LARGEST_PAGE = 20_000

/** What the proxy checks in requests, and what it answers itself. */
export const DOORS = {
  'basic-auth': shown(
    guard(
      { off: 'none', absent: undefined },
      secretReference({
        pattern: SECRET,
        expected: 'ssm:/path or secretsmanager:name-or-arn#json-key',
        group,
        description:
          'Ask visitors for a password: a secret with lines `user:password`, as `ssm:/path` or `secretsmanager:name-or-arn[#json-key]`. The host reads it itself and keeps hashes; `command: restart` applies a new one. The application does not see the header `Authorization`. `none` asks nobody.',
      }),
    ),
    usual,
  ),
  'allow-from': shown(
    guard(
      { off: 'everybody', absent: [] },
      distinct(
        readings({
          read: addresses,
          separator: 'any',
          most: 200,
          expected: 'CIDRs and IP addresses, such as 203.0.113.0/24 or 2001:db8::1, or everybody; not /0',
          group,
          description:
            "CIDRs and addresses that visitors may come from. All others get 403. Behind `trusted-proxies`, the visitor's real address counts. `everybody` lets all in.",
        }),
      ),
    ),
    usual,
  ),
  maintenance: shown(
    neverEmpty(
      boolean({
        default: 'false',
        group,
        description:
          'Answer visitors with 503 and `maintenance-page`. Health checks and the verification of a release still work. To turn it on or off, deploy the live release again; that creates no new container.',
      }),
    ),
    usual,
  ),
  'maintenance-page': hidden(optional(page('HTML that visitors see during `maintenance`. Default: a line of text.')), usual),
  'error-pages': hidden(
    optional(
      map({
        key: /^(401|403|413|502|503|504)$/,
        value: new RegExp(`^[^\\0]{1,${LARGEST_PAGE}}$`),
        entry: {
          name: 'STATUS',
          values: ['HTML'],
          note: `STATUS is one of 401, 403, 413, 502, 503, 504, and HTML has ${LARGEST_PAGE} characters at most`,
        },
        group,
        description:
          'HTML by status, `STATUS=HTML`, one a line, for what the proxy answers itself: 401, 403, 413, 502, 503 or 504. It never replaces an answer of the application.',
      }),
    ),
    usual,
  ),
  'request-timeout': shown(
    optional(
      duration({
        min: 5,
        max: 3600,
        group,
        description:
          'How long the application may take to start its answer. Then the visitor gets 504. An answer that has started can take as long as it likes, and so can WebSockets and server-sent events. Default: no limit.',
      }),
    ),
    { ...usual, spell: spellDuration },
  ),
  'max-body': shown(
    guard(
      { off: 'none', absent: undefined },
      size({ min: 1024, group, description: 'Largest body of a request, such as 10m. A larger one gets 413. `none` is no limit.' }),
    ),
    { ...usual, spell: spellSize },
  ),
  'access-log': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Log each request as a line of JSON in `/var/lib/docker-to-ec2/proxy/data/logs` on the host, without query strings and with no header except `User-Agent`. Rotated; at most 50 MB.',
    }),
    usual,
  ),
}

function page(description: string) {
  return reading({
    read: (html) => (html !== '' && html.length <= LARGEST_PAGE && !html.includes('\0') ? html : undefined),
    expected: `HTML of ${LARGEST_PAGE} characters at most`,
    group,
    description,
  })
}

/** A CIDR, even for a single address. */
function addresses(item: string): string | undefined {
  const given = item.toLowerCase()
  const cidr = given.includes('/') ? given : `${given}/${given.includes(':') ? 128 : 32}`
  return isCidr(cidr) && !cidr.endsWith('/0') ? cidr : undefined
}
