import { optional, orElse } from '../../field/field.ts'
import { boolean, choice, duration, integer, spellDuration, text } from '../../field/fields.ts'
import { distinct, list } from '../../field/list-fields.ts'
import { SECRETS_MANAGER, WHOLE_SECRET } from './secret-source.ts'
import { shown } from './setting.ts'
import { DOMAIN } from './traffic.ts'

const group = 'HTTPS'
const acts = 'proxy'
const carried = 'environment'

/** How the service is served over HTTPS, and where its certificates come from. */
export const TLS = {
  tls: shown(
    text({
      pattern: new RegExp(`^(off|acme|internal|${SECRETS_MANAGER})$`),
      expected: 'off, acme, internal, or secretsmanager:name-or-arn',
      default: 'off',
      group,
      description:
        "Where the certificates for `domains` and `redirect-domains` come from. `acme`: Let's Encrypt, or another authority that speaks ACME. `internal`: an authority that the proxy makes on the host, which nobody trusts unless told to. `secretsmanager:name`: a certificate of your own (docs/guides/own-certificate.md). `off`: the service is served over HTTP alone. The proxy renews what an authority gave out.",
    }),
    { acts, carried },
  ),
  'https-port': shown(
    integer({
      default: '443',
      min: 1,
      max: 65_535,
      group,
      description:
        'Port of the host on which the service answers over HTTPS: HTTP/1.1 and HTTP/2 by TCP, HTTP/3 by UDP. Services of a host that share it differ in `domains` or `path-prefix`.',
    }),
    { acts, carried },
  ),
  'https-redirect': shown(
    boolean({
      default: 'true',
      group,
      description: 'Redirect visitors who ask by HTTP to HTTPS. With `false`, `http-port` serves the service, too.',
    }),
    { acts, carried },
  ),
  hsts: shown(
    optional(
      duration({
        min: 0,
        max: 730 * 86_400,
        group,
        description:
          'How long browsers that have visited the service ask for it by HTTPS only (`Strict-Transport-Security`), such as `180d`. Only `0s` takes it back, and only from browsers that visit again. Default: the header is not set.',
      }),
    ),
    { acts, carried, spell: spellDuration },
  ),
  'redirect-domains': shown(
    distinct(
      list({
        separator: 'any',
        pattern: DOMAIN,
        expected: 'names in lower case, such as www.shop.example.com',
        most: 20,
        group,
        description: 'Names that redirect to the first of `domains`, with path and query, separated by commas or lines.',
      }),
    ),
    { acts, carried },
  ),
  'acme-directory': shown(
    orElse(
      '',
      text({
        pattern: /^https:\/\/[^\s{}]+$/,
        expected: "the https address of an authority's directory",
        group,
        description:
          "Directory of the authority, such as `https://acme-staging-v02.api.letsencrypt.org/directory` to try things out. Default: Let's Encrypt.",
      }),
    ),
    { acts, carried },
  ),
  'acme-email': shown(
    orElse(
      '',
      text({
        pattern: /^[^\s{}@]+@[^\s{}@]+$/,
        expected: 'an email address',
        group,
        description: 'Address at which the authority reaches you about your account. Default: none.',
      }),
    ),
    { acts, carried, identity: false },
  ),
  'acme-account': shown(
    orElse(
      '',
      text({
        pattern: WHOLE_SECRET,
        expected: 'ssm:/path or secretsmanager:name-or-arn',
        group,
        description:
          'Secret with an account that the authority gave you (external account binding): JSON with `key-id` and `hmac`. The host reads it by itself. Default: the proxy makes an account.',
      }),
    ),
    { acts, carried, identity: false },
  ),
  'acme-challenge': shown(
    choice({
      of: ['http', 'dns'],
      default: 'http',
      group,
      description:
        'How the authority sees that the names are yours: with `http`, by answers on ports 80 and 443; with `dns`, by records that the proxy makes in Route 53 with the role of the host. Wildcards and several `instances` need `dns`, and `dns` needs a `proxy-image` that can make records (docs/guides/wildcard.md).',
    }),
    { acts, carried, identity: false },
  ),
}
