import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { proxyServer } from '../../src/domain/remote/proxy.ts'
import { scratch, shell } from './shell.ts'

const web = JSON.stringify(proxyServer({ name: 'web', environment: 'production' }, 80, 'X-Canary'))
const api = JSON.stringify(proxyServer({ name: 'api', environment: 'production' }, 81, 'X-Canary'))

describe('the configuration of the proxy', () => {
  const head = { listen: 'unix//run/docker-to-ec2/admin.sock', config: { persist: false } }

  function config(stored: Record<string, string>, args: string[]): unknown {
    const store = Object.entries(stored).map(([name, text]) => `printf '%s' '${text}' >"$STATE/proxy/servers/${name}.json"`)
    const code = `mkdir -p "$STATE/proxy/servers"\n${store.join('\n')}\nproxy_config "$@"; printf '%s' "$CONFIG"`
    return JSON.parse(shell(code, { args }).stdout)
  }

  it.each([
    ['the first service', {}, ['web.production', web], { 'web.production': web }],
    ['a second one', { 'api.production': api }, ['web.production', web], { 'web.production': web, 'api.production': api }],
    ['a changed one', { 'web.production': api }, ['web.production', web], { 'web.production': web }],
    ['one less', { 'web.production': web, 'api.production': api }, ['web.production', ''], { 'api.production': api }],
    ['a damaged one of another service', { 'api.production': api.slice(0, 40) }, ['web.production', web], { 'web.production': web }],
    ['an empty one of another service', { 'api.production': '' }, ['web.production', web], { 'web.production': web }],
    ['none', { 'web.production': web }, ['web.production', ''], {}],
  ])('with %s', (_name, stored, args, servers) => {
    const parsed = Object.fromEntries(
      Object.entries(servers as Record<string, string>).map(([name, text]) => [name, JSON.parse(text) as unknown]),
    )
    expect(config(stored, args)).toEqual({ admin: head, apps: { http: { metrics: {}, servers: parsed } } })
  })
})

it('finds the service that has a port', () => {
  const code = `mkdir -p "$STATE/proxy/servers"; printf '%s' '${api}' >"$STATE/proxy/servers/api.production.json"
port_service "$@" && printf '%s' "$HOLDER"`
  expect(shell(code, { args: ['81', 'web.production'] }).stdout).toBe('the service api.production')
  expect(shell(code, { args: ['81', 'api.production'] }).status).toBe(1)
  expect(shell(code, { args: ['8', 'web.production'] }).status).toBe(1)
})

it('finds the listening sockets of a port', () => {
  const file = join(scratch(), 'tcp')
  const row = (address: string, state: string, inode: number) =>
    `   0: ${address} 00000000:0000 ${state} 00000000:00000000 00:00000000 00000000     0        0 ${inode} 1 0 100 0 0 10 0\n`
  writeFileSync(
    file,
    `header\n${row('00000000:0050', '0A', 11)}${row('0100007F:0050', '0A', 12)}${row('00000000:0050', '01', 13)}${row('00000000:0051', '0A', 14)}`,
  )
  expect(shell('port_inodes 80 "$1"', { args: [file] }).stdout).toBe('11\n12\n')
})

describe('what the proxy serves', () => {
  it.each([
    ['HTTP/1.1 200 OK\r\nX-Docker-To-Ec2-Upstream: 172.29.0.2:3000\r\n\r\n', '172.29.0.2:3000', '200'],
    ['HTTP/1.1 503 Service Unavailable\r\nx-docker-to-ec2-upstream: 172.29.0.2:3000\r\n\r\n', '172.29.0.2:3000', '503'],
    ['HTTP/1.1 502 Bad Gateway\r\nServer: Caddy\r\n\r\n', '', '502'],
    ['HTTP/1.1 200 OK\r\nX-Docker-To-Ec2-Upstream: $(id)\r\n\r\n', '', '200'],
    ['', '', '0'],
  ])('is read from %j', (headers, served, code) => {
    const run = shell('proxy_readback 80 / ""; printf "%s|%s" "$SERVED" "$SERVED_CODE"', { commands: { curl: `printf '%s' '${headers}'` } })
    expect(run.stdout).toBe(`${served}|${code}`)
  })

  it.each([
    ['[{"address":"{file./state/a.live}","num_requests":2,"fails":0},{"address":"172.29.0.2:3000","num_requests":2,"fails":0}]', '2'],
    ['[{"address":"172.29.0.23:3000","num_requests":2,"fails":0}]', '0'],
    ['[]', '0'],
  ])('has in flight, by %s, %s', (list, count) => {
    expect(shell('proxy_in_flight 172.29.0.2:3000; printf "%s" "$IN_FLIGHT"', { commands: { curl: `printf '%s' '${list}'` } }).stdout).toBe(
      count,
    )
  })

  it('is not known to be drained while the proxy cannot be asked', () => {
    expect(shell('proxy_in_flight 172.29.0.2:3000; printf "%s|%s" "$?" "$IN_FLIGHT"', { commands: { curl: 'exit 7' } }).stdout).toBe('1|')
  })
})
