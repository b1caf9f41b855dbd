import { serviceKey } from '../service.ts'
import type { Service } from '../service.ts'

/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = 'X-Docker-To-Ec2-Readback'
const UPSTREAM_HEADER = 'X-Docker-To-Ec2-Upstream'

/** Keeps a client on its side of a canary: a random number that is compared with the share, and nothing else. */
const COOKIE = 'docker-to-ec2-canary'
/** Memory-backed on the host: after a reboot nothing is left of a canary's share. */
const VOLATILE = '/run/docker-to-ec2'
/** Seconds; no canary lasts longer than a run may. */
const COOKIE_LIFE = 28_800

/** Retries of a dial that failed, which carry requests over the restart of a crashed container. */
const PATIENCE = { try_duration: '5s', try_interval: '100ms' }

/**
 * The service's server in Caddy's JSON configuration.
 *
 * The addresses to dial and the canary's share are read from small files at each request, so that a cut-over is an atomic replacement of such a
 * file and never a reload: a reload closes idle keep-alive connections, and a POST that is just then on its way is lost. So the canary's routes
 * are always there.
 *
 * The first handler of a route is the label of its metrics: `headers` is the read-back, `log_append` the canary, `reverse_proxy` the live slot.
 * The host program counts by it.
 * https://caddyserver.com/docs/json/apps/http/servers/
 */
export function proxyServer(service: Service, httpPort: number, canaryHeader: string): object {
  const key = serviceKey(service)
  const live = { dial: `{file./state/${key}.live}` }
  return {
    listen: [`:${httpPort}`],
    automatic_https: { disable: true },
    routes: [
      {
        match: [{ remote_ip: { ranges: ['127.0.0.1/32', '::1/128'] }, header: { [READBACK_HEADER]: ['1'] } }],
        handle: [
          { handler: 'headers', response: { deferred: true, set: { [UPSTREAM_HEADER]: ['{http.reverse_proxy.upstream.hostport}'] } } },
        ],
      },
      { handle: [{ handler: 'vars', split: `{file.${VOLATILE}/${key}.split}` }] },
      stickyRoute(),
      canaryRoute([{ dial: `{file.${VOLATILE}/${key}.canary}` }, live], canaryHeader),
      { handle: [{ handler: 'reverse_proxy', upstreams: [live], stream_close_delay: '5m', load_balancing: PATIENCE }] },
    ],
  }
}

/** While a canary runs, a client without the cookie is given one; this request already goes where the cookie will send the next. */
function stickyRoute(): object {
  const cookie = `${COOKIE}={http.request.uuid}; Path=/; Max-Age=${COOKIE_LIFE}; HttpOnly; SameSite=Lax`
  return {
    match: [{ not: [{ vars: { '{http.vars.split}': ['0', ''] } }], vars: { [`{http.request.cookie.${COOKIE}}`]: [''] } }],
    handle: [
      { handler: 'vars', rolled: true },
      { handler: 'headers', response: { add: { 'Set-Cookie': [cookie] } } },
    ],
  }
}

/**
 * The split is `0` (none) or a threshold in eight hexadecimal digits. A client's number, out of its cookie or else the id of the request, is compared
 * with it as text; the header comes before both, and the read-back asks for the live slot. A canary that refuses connections loses its requests to
 * the live slot.
 */
function canaryRoute(upstreams: readonly object[], header: string): object {
  const cookie = `{http.request.cookie.${COOKIE}}`
  const asked = `{http.request.header.${header}}`
  const drawn = `(${cookie} == "" ? {http.request.uuid} : ${cookie}) < {http.vars.split}`
  const readback = `{http.request.header.${READBACK_HEADER}} == "1"`
  return {
    match: [{ expression: `{http.vars.split} > "0" && ${asked} != "never" && (${asked} == "always" || (!(${readback}) && ${drawn}))` }],
    handle: [
      { handler: 'log_append', key: 'track', value: 'canary' },
      {
        handler: 'reverse_proxy',
        upstreams,
        transport: { protocol: 'http', dial_timeout: '1s' },
        stream_close_delay: '5m',
        health_checks: { passive: { fail_duration: '3s', max_fails: 5 } },
        load_balancing: { selection_policy: { policy: 'first' }, ...PATIENCE },
      },
    ],
    terminal: true,
  }
}
