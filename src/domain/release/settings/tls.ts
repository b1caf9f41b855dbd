import { guard, neverEmpty, orElse } from '../../field/field.ts'
import { boolean, choice, duration, integer, secretReference, spellDuration, text } from '../../field/fields.ts'
import { distinct, list } from '../../field/list-fields.ts'
import { SECRETS_MANAGER, WHOLE_SECRET } from './secret-source.ts'
import { shown } from './setting.ts'
import { DOMAIN } from './traffic.ts'

const group = 'HTTPS'
const acts = 'proxy'
const carried = 'environment'

/** HTTPS, and the source of the certificates. */
export const TLS = {
  tls: shown(
    neverEmpty(
      text({
        pattern: new RegExp(`^(off|acme|internal|${SECRETS_MANAGER})$`),
        expected: 'off, acme, internal, or secretsmanager:name-or-arn',
        default: 'off',
        group,
        description:
          "Source of the certificates for `domains` and `redirect-domains`. `acme`: Let's Encrypt, or another ACME authority; the proxy renews them. `internal`: an authority on the host, which clients trust only once you install its root certificate. `secretsmanager:name`: your own certificate (docs/guides/serve/own-certificate.md). `off`: HTTP only.",
      }),
    ),
    { acts, carried },
  ),
  'https-port': shown(
    integer({
      default: '443',
      min: 1,
      max: 65_535,
      group,
      description:
        'Port of the host for HTTPS: HTTP/1.1 and HTTP/2 over TCP, HTTP/3 over UDP. Services that share a port of a host need different `domains` or `path-prefix`.',
    }),
    { acts, carried },
  ),
  'https-redirect': shown(
    boolean({
      default: 'true',
      group,
      description: 'Redirect HTTP requests to HTTPS. With `false`, `http-port` serves the service, too.',
    }),
    { acts, carried },
  ),
  hsts: shown(
    guard(
      { off: 'none', absent: undefined },
      duration({
        min: 0,
        max: 730 * 86_400,
        group,
        description:
          'How long browsers use only HTTPS after a visit (`Strict-Transport-Security`), such as `180d`. Only `0s` undoes it, and only in browsers that visit again. `none` sends no header.',
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
        isValid: (address) => URL.canParse(address),
        expected: "the https address of an authority's directory",
        group,
        description:
          "Directory of the ACME authority, such as `https://acme-staging-v02.api.letsencrypt.org/directory` for trials. Default: Let's Encrypt.",
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
        description: 'Address at which the authority can reach you about your account. Default: none.',
      }),
    ),
    { acts, carried, identity: false },
  ),
  'acme-account': shown(
    orElse(
      '',
      secretReference({
        pattern: WHOLE_SECRET,
        expected: 'ssm:/path or secretsmanager:name-or-arn',
        group,
        description:
          'Secret with an account at the authority (external account binding): JSON with `key-id` and `hmac`. The host reads it itself. Default: the proxy creates an account.',
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
        'How you prove to the authority that you control the names: `http` answers on ports 80 and 443; `dns` creates records in Route 53 with the role of the host. Wildcards and several `instances` need `dns`, and `dns` needs a `proxy-image` that can create records (docs/guides/serve/wildcard.md).',
    }),
    { acts, carried, identity: false },
  ),
}
