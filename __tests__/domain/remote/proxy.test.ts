import { expect, it } from '@jest/globals'
import { proxyServer } from '../../../src/domain/remote/proxy.ts'
import { SERVICE } from '../../fakes/samples.ts'

const COOKIE = '{http.request.cookie.docker-to-ec2-canary}'

it('the server of a service', () => {
  expect(proxyServer(SERVICE, 81, 'X-Try')).toEqual({
    listen: [':81'],
    automatic_https: { disable: true },
    routes: [
      {
        match: [{ remote_ip: { ranges: ['127.0.0.1/32', '::1/128'] }, header: { 'X-Docker-To-Ec2-Readback': ['1'] } }],
        handle: [
          {
            handler: 'headers',
            response: { deferred: true, set: { 'X-Docker-To-Ec2-Upstream': ['{http.reverse_proxy.upstream.hostport}'] } },
          },
        ],
      },
      { handle: [{ handler: 'vars', split: '{file./run/docker-to-ec2/web.production.split}' }] },
      {
        match: [{ not: [{ vars: { '{http.vars.split}': ['0', ''] } }], vars: { [COOKIE]: [''] } }],
        handle: [
          { handler: 'vars', rolled: true },
          {
            handler: 'headers',
            response: {
              add: { 'Set-Cookie': ['docker-to-ec2-canary={http.request.uuid}; Path=/; Max-Age=28800; HttpOnly; SameSite=Lax'] },
            },
          },
        ],
      },
      {
        match: [
          {
            expression:
              '{http.vars.split} > "0" && {http.request.header.X-Try} != "never" && ({http.request.header.X-Try} == "always" || ' +
              `(!({http.request.header.X-Docker-To-Ec2-Readback} == "1") && (${COOKIE} == "" ? {http.request.uuid} : ${COOKIE}) < {http.vars.split}))`,
          },
        ],
        handle: [
          { handler: 'log_append', key: 'track', value: 'canary' },
          {
            handler: 'reverse_proxy',
            upstreams: [{ dial: '{file./run/docker-to-ec2/web.production.canary}' }, { dial: '{file./state/web.production.live}' }],
            transport: { protocol: 'http', dial_timeout: '1s' },
            stream_close_delay: '5m',
            health_checks: { passive: { fail_duration: '3s', max_fails: 5 } },
            load_balancing: { selection_policy: { policy: 'first' }, try_duration: '5s', try_interval: '100ms' },
          },
        ],
        terminal: true,
      },
      {
        handle: [
          {
            handler: 'reverse_proxy',
            upstreams: [{ dial: '{file./state/web.production.live}' }],
            stream_close_delay: '5m',
            load_balancing: { try_duration: '5s', try_interval: '100ms' },
          },
        ],
      },
    ],
  })
})
