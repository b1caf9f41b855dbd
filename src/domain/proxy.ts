import { serviceKey } from './service.ts'
import type { Service } from './service.ts'

/** Request header by which the host asks its own proxy, over loopback only, which container answers. */
const READBACK_HEADER = 'X-Docker-To-Ec2-Readback'
const UPSTREAM_HEADER = 'X-Docker-To-Ec2-Upstream'

/**
 * The service's server in Caddy's JSON configuration.
 *
 * The address to dial is read from a small file at each request, so that a cut-over is an atomic replacement of that file and never a reload:
 * a reload closes idle keep-alive connections, and a POST that is just then on its way is lost.
 * A dial that fails is tried again for some seconds, which carries requests over the restart of a crashed container.
 * https://caddyserver.com/docs/json/apps/http/servers/
 */
export function proxyServer(service: Service, httpPort: number): object {
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
      {
        handle: [
          {
            handler: 'reverse_proxy',
            upstreams: [{ dial: `{file./state/${serviceKey(service)}.live}` }],
            stream_close_delay: '5m',
            load_balancing: { try_duration: '5s', try_interval: '100ms' },
          },
        ],
      },
    ],
  }
}
