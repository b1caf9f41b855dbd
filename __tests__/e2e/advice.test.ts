import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { inputsIn } from '../../src/report/parts/advice.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'

type Inputs = Readonly<Record<string, string | undefined>>

const TOKEN = '/docker-to-ec2/web/production/token'
const HOARD = "globalThis.hoard = Buffer.alloc(150e6, 1); import('/app/server.js')"

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  await bed.cloud.observe('ssm', 'PutParameter', { Name: TOKEN, Type: 'SecureString', Value: 'x' })
  good = ended(await bed.act(), 'deployed')
  host = await bed.cloud.host(good.outputs['instance-id'] ?? '')
})
beforeEach(served)

/** Time enough to start and to answer, even on this machine, and not to wait for long for what does not come. */
const quick = async () => ({ 'health-timeout': await stretched(4) })

// What fails, with which cause, and inputs as the advice has them.
it.each<[string, Inputs, string, Inputs]>([
  ['a page that is not there', { 'health-path': '/none' }, 'health-status', { 'health-path': '/version' }],
  ['a page that takes too long', { 'health-path': '/slow?ms=600000' }, 'health-no-response', { 'health-path': '/' }],
  ['another name', { env: 'BEHAVIOUR=allowed-host' }, 'health-status', { 'health-host': 'example.com' }],
  ['a redirect to https', { env: 'BEHAVIOUR=redirect' }, 'health-redirect', { 'health-codes': '301' }],
  ['HTTP/2 without TLS', { env: 'BEHAVIOUR=h2c' }, 'health-protocol', { upstream: 'h2c' }],
  ['HTTP without TLS', { upstream: 'https' }, 'health-protocol', { upstream: 'http' }],
  ['another port', { port: '9999' }, 'port-not-listening', { port: '8080' }],
  ['too little memory', { args: `node\n-e\n${HOARD}`, memory: '64m' }, 'out-of-memory', { memory: '512m' }],
  ['a command that ends', { args: 'node\n-e\n0' }, 'exited', { args: 'node\nserver.js' }],
  ['a secret that does not exist', { secrets: `TOKEN=ssm:${TOKEN}s` }, 'secret-missing', { secrets: `TOKEN=ssm:${TOKEN}` }],
])('following the advice on %s makes the next run work', async (name, wrong, cause, cure) => {
  // No row's release is that of another, which may serve already.
  const inputs = { ...wrong, env: [wrong['env'] ?? '', `ROW=${name}`].join('\n') }
  const failed = ended(await bed.act({ ...(await quick()), ...inputs }), 'failed', cause)
  expect(inputsIn(errorOf(failed) ?? '')).toEqual(expect.arrayContaining(Object.keys(cure)))
  ended(await bed.act({ ...inputs, ...cure }), 'deployed')
})

it('following the advice on a missing image makes the next run work', async () => {
  const failed = ended(await bed.act({ image: `${bed.cloud.registry}/web:no-such-tag` }), 'failed', 'image-not-found')
  expect(inputsIn(errorOf(failed) ?? '')).toContain('image')
  ended(await bed.act({ image: good.outputs['image'], env: 'ROW=image' }), 'deployed')
})

it('following the advice on a port in use makes the next run work', async () => {
  await onHost(host, 'nohup python3 -m http.server 8000 >/dev/null 2>&1 & until curl -s localhost:8000 >/dev/null; do sleep 0.1; done')
  const failed = ended(await bed.act({ 'http-port': '8000' }), 'failed', 'proxy-port-taken')
  expect(inputsIn(errorOf(failed) ?? '')).toContain('http-port')
  const { outputs } = ended(await bed.act({ 'http-port': '8001' }), 'deployed')
  expect(await visit(outputs['url'] ?? '')).toMatch(/^[0-9a-f]{8}$/)
})
