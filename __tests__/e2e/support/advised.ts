import type { Cause } from '../../../src/domain/cause/cause.ts'

type Inputs = Readonly<Record<string, string>>

/** What fails, with which cause, and inputs as the advice of the cause has them. */
export interface Advised {
  readonly name: string
  readonly wrong: Inputs
  readonly cause: Cause
  readonly cure: Inputs
}

export const TOKEN = '/docker-to-ec2/web/production/token'
const HOARD = "globalThis.hoard = Buffer.alloc(150e6, 1); import('/app/server.js')"
const HTTP = "require('http').createServer"

/** An application that is one line of JavaScript. */
const node = (script: string): Inputs => ({ args: `node\n-e\n${script}` })
const behaving = (name: string): Inputs => ({ env: `BEHAVIOUR=${name}` })
/** Answers HTTP on 9090, and does something else on 8080. */
const besides = (other: string): Inputs => node(`${HTTP}((q, r) => r.end('ok')).listen(9090); ${other}.listen(8080)`)

const row = (name: string, cause: Cause, wrong: Inputs, cure: Inputs): Advised => ({ name, cause, wrong, cure })

export const ADVISED: readonly Advised[] = [
  row('a page that is not there', 'health-status', { 'health-path': '/none' }, { 'health-path': '/version' }),
  row('a page that needs a login', 'health-status', node(`${HTTP}((q, r) => r.writeHead(401).end()).listen(8080)`), {
    'health-codes': '401',
  }),
  row('another name', 'health-status', behaving('allowed-host'), { 'health-host': 'example.com' }),
  row('a page that takes too long', 'health-no-response', { 'health-path': '/slow?ms=600000' }, { 'health-path': '/' }),
  row('a redirect to https', 'health-redirect', behaving('redirect'), { 'health-codes': '301' }),
  row(
    'a redirect of a page to https',
    'health-redirect',
    node(
      `${HTTP}((q, r) => q.url === '/' ? r.writeHead(301, { location: 'https://' + q.headers.host + '/' }).end() : r.end('ok')).listen(8080)`,
    ),
    { 'health-path': '/page' },
  ),
  row(
    'a redirect of what a balancer did not forward',
    'health-redirect',
    node(
      `${HTTP}((q, r) => q.headers['x-forwarded-proto'] === 'https' ? r.end('ok') : r.writeHead(301, { location: 'https://' + q.headers.host + q.url }).end()).listen(8080)`,
    ),
    { 'trusted-proxies': '172.31.0.0/16' },
  ),
  row('HTTP/2 without TLS', 'health-protocol', behaving('h2c'), { upstream: 'h2c' }),
  row('HTTP without TLS', 'health-protocol', { upstream: 'https' }, { upstream: 'http' }),
  row('a port for another protocol', 'health-protocol', besides(`require('net').createServer((s) => s.end('SSH-2.0-x\\r\\n'))`), {
    port: '9090',
  }),
  row(
    'a page whose connection is closed',
    'health-closed',
    node(`${HTTP}((q, r) => q.url === '/' ? q.socket.destroy() : r.end('ok')).listen(8080)`),
    { 'health-path': '/page' },
  ),
  row(
    'a port for TLS',
    'health-tls',
    besides(`require('net').createServer((s) => s.on('data', () => s.end(Buffer.from([21, 3, 3, 0, 2, 2, 40]))))`),
    { port: '9090' },
  ),
  row('another port', 'port-not-listening', { port: '9999' }, { port: '8080' }),
  row('an address that the host cannot reach', 'port-loopback', behaving('loopback'), { env: 'BEHAVIOUR=' }),
  row('IPv6 alone', 'port-ipv6', behaving('ipv6'), { env: 'BEHAVIOUR=' }),
  row('too little memory', 'out-of-memory', { args: `node\n-e\n${HOARD}`, memory: '64m' }, { memory: '512m' }),
  row('a command that ends', 'exited', node('0'), { args: 'node\nserver.js' }),
  row('a secret that does not exist', 'secret-missing', { secrets: `TOKEN=ssm:${TOKEN}s` }, { secrets: `TOKEN=ssm:${TOKEN}` }),
]
