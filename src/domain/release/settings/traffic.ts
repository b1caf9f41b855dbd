import { boolean, choice, integer, text } from '../../field/fields.ts'
import { distinct, list } from '../../field/list-fields.ts'
import { shown } from './setting.ts'
import { trustedProxies } from './trusted-proxies.ts'

const group = 'Health and traffic'
const acts = 'proxy'
const carried = 'environment'

/** A name of the DNS, in lower case. */
export const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** Such a name, or all that have one more part: `*.shop.example.com`. */
const DOMAINS = new RegExp(`^(\\*\\.)?${DOMAIN.source.slice(1)}`)

/** How visitors reach the service: by a port of the host, and there by a name and the beginning of the path. */
export const TRAFFIC = {
  'http-port': shown(
    integer({
      default: '80',
      min: 1,
      max: 65_535,
      group,
      description:
        'Port of the host on which the service answers. Services of a host that share a port differ in `domains` or `path-prefix`; at most one of them has neither, and gets what no other one takes.',
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
          'Names under which the service answers on its port, separated by commas or lines. A wildcard such as `*.shop.example.com` takes the names that no service has by itself; it cannot come first. A name in a hosted zone of Route 53 gets a record with the addresses of all hosts (see `hosted-zone-id`). Default: every name that no other service on the port has.',
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
        'The service answers at this path and below it only. Of several services, the one with the name and then the longest prefix gets a request.',
    }),
    { acts, carried },
  ),
  'strip-path-prefix': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Cut `path-prefix` off before the application sees a request; it then finds it in the header `X-Forwarded-Prefix`. The health check asks the application itself, so `health-path` never has the cut-off prefix. With it, doubled slashes and segments such as `..` of the path are resolved.',
    }),
    { acts, carried },
  ),
  upstream: shown(
    choice({
      of: ['http', 'h2c', 'https'],
      default: 'http',
      group,
      description:
        'What the application speaks on its port: HTTP/1.1, HTTP/2 without TLS (as gRPC does), or HTTPS, whose certificate is not verified. With `h2c`, `http-port` also takes HTTP/2 without TLS, and the health check is an HTTP/2 request. Whatever it speaks, headers with `_`, `.` or `~` in their names do not reach it.',
    }),
    { acts },
  ),
  'trusted-proxies': shown(
    trustedProxies({
      most: 50,
      group,
      description:
        "Load balancers and CDNs before `http-port`: `vpc` for whoever is in the host's own VPC, `cloudflare` and `cloudfront` for the addresses that they publish, and CIDRs. What they say of a visitor's address and scheme reaches the application; what anybody else says does not. Default: nobody.",
    }),
    { acts, carried },
  ),
  'external-proxy': shown(
    boolean({
      default: 'false',
      group,
      description:
        'Another proxy of the host, such as an nginx that was there before, has the visitors. The service answers only on `http-port` of 127.0.0.1, and is told of visitors in `X-Forwarded-For` and `X-Forwarded-Proto`. No port is opened in a security group. See docs/guides/beside-nginx.md.',
    }),
    { acts, carried, alsoFor: ['rollback', 'restart', 'status'] },
  ),
  'canary-header': shown(
    text({
      pattern: /^[A-Za-z][A-Za-z0-9-]{0,63}$/,
      expected: 'the name of a request header, such as X-Canary',
      default: 'X-Canary',
      group: 'Canary',
      description:
        'Request header by which a tester chooses while a canary runs: `always` for the canary, `never` for the baseline beside it. Another name makes the proxy load a new configuration.',
    }),
    { acts, carried, identity: false },
  ),
}
