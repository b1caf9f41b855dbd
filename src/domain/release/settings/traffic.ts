import type { Command } from '../../command.ts'
import { neverEmpty, optional } from '../../field/field.ts'
import { boolean, choice, duration, integer, text } from '../../field/fields.ts'
import { distinct, list } from '../../field/list-fields.ts'
import { shown } from './setting.ts'
import type { Setting } from './setting.ts'
import { trustedProxies } from './trusted-proxies.ts'

const group = 'Health and traffic'
const acts = 'proxy'
const carried = 'environment'

/** A DNS name, in lower case. */
export const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** A DNS name, or a wildcard for one more label: `*.shop.example.com`. */
const DOMAINS = new RegExp(`^(\\*\\.)?${DOMAIN.source.slice(1)}`)

/** How visitors reach the service: a port of the host, a name and a path prefix. */
export const TRAFFIC = {
  'http-port': shown(
    integer({
      default: '80',
      min: 1,
      max: 65_535,
      group,
      description:
        'Port of the host on which the service answers. Services that share a port of a host need different `domains` or `path-prefix`. At most one of them has neither; it gets all other requests.',
    }),
    { acts, carried, alsoFor: ['rollback', 'restart', 'status'] },
  ),
  domains: shown(
    distinct(
      list({
        separator: 'any',
        pattern: DOMAINS,
        expected: 'names in lower case, such as shop.example.com or *.shop.example.com',
        most: 20,
        group,
        description:
          'Names under which the service answers, separated by commas or lines. A wildcard such as `*.shop.example.com` gets the names that no service has, and cannot come first. A name in a hosted zone of Route 53 gets a record with the addresses of all hosts (see `hosted-zone-id`). Default: every name that no other service on the port has.',
      }),
    ),
    { acts, carried, alsoFor: ['destroy'] },
  ),
  'path-prefix': shown(
    text({
      pattern: /^\/$|^(\/(?!\.{1,2}(\/|$))[A-Za-z0-9._~-]+)+$/,
      expected: 'a path such as /api, without a slash at its end',
      default: '/',
      group,
      description:
        'Answer only at this path and below it. If several services match, a request goes to the one with the name, then to the one with the longest prefix.',
    }),
    { acts, carried },
  ),
  'strip-path-prefix': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Remove `path-prefix` before the application sees a request. The application finds it in the header `X-Forwarded-Prefix`. The health check goes directly to the application, so `health-path` never has the prefix. Doubled slashes and segments such as `..` in the path are resolved.',
    }),
    { acts, carried },
  ),
  upstream: shown(
    choice({
      of: ['http', 'h2c', 'https'],
      default: 'http',
      group,
      description:
        'Protocol of the application: HTTP/1.1, HTTP/2 without TLS (for gRPC), or HTTPS without verification of its certificate. With `h2c`, `http-port` also accepts HTTP/2 without TLS, and the health check is an HTTP/2 request. The application never sees headers with `_`, `.` or `~` in their names.',
    }),
    { acts },
  ),
  'trusted-proxies': shown(
    trustedProxies({
      most: 50,
      group,
      description:
        "Load balancers and CDNs in front of `http-port`: `vpc` for everything in the host's own VPC, `cloudflare` and `cloudfront` for their published addresses, and CIDRs. Only what they say about a visitor's address and scheme reaches the application. Default: none.",
    }),
    { acts, carried },
  ),
  'external-proxy': shown(
    neverEmpty(
      boolean({
        default: 'false',
        group,
        description:
          'Another proxy of the host, such as an existing nginx, serves the visitors. The service answers only on `http-port` of 127.0.0.1, and trusts `X-Forwarded-For` and `X-Forwarded-Proto` from there. No security group opens a port. See docs/guides/serve/beside-nginx.md.',
      }),
    ),
    { acts, carried, alsoFor: ['rollback', 'restart', 'status'] },
  ),
  'canary-header': shown(
    text({
      pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
      expected: 'the name of a request header, such as X-Canary',
      default: 'X-Canary',
      group: 'Canary',
      description:
        'Request header that selects a side during a canary: `always` for the canary, `never` for the baseline. A new name reloads the proxy.',
    }),
    { acts, carried, identity: false },
  ),
  'preview-sleep': onlyFor(
    ['preview'],
    shown(
      optional(
        duration({
          min: 10,
          max: 31_536_000,
          group: 'Previews',
          description:
            'With `preview`: stop a preview that had no request for this long, such as `1h`. Its memory is free until the next request, which starts it again and waits for it: for up to a minute, then a page tries again every 3 seconds. Default: never.',
        }),
      ),
      { acts, carried, identity: false },
    ),
  ),
}

/** A setting that only these commands use, and that a promotion does not take along. */
function onlyFor<T>(
  commands: readonly Command[],
  setting: Setting<T> & { readonly told: 'value' },
): Setting<T> & { readonly told: 'value' } {
  return { ...setting, commands }
}
