import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { stretched } from '../../local/machine/patience.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { inputsIn } from '../../src/report/parts/advice.ts'
import { ADVISED, TOKEN } from './support/advised.ts'
import { ended, errorOf, openBed, visit } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { onHost } from './support/on-host.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'

type Inputs = Readonly<Record<string, string | undefined>>

let bed: Bed
let good: ActionRun
let host: HostHandle

const served = given(async () => {
  bed = await openBed()
  await bed.cloud.observe('ssm', 'PutParameter', { Name: TOKEN, Type: 'SecureString', Value: 'x' })
  good = ended(await bed.act(), 'deployed')
  host = await bed.hostOf(good)
})
beforeEach(served)

/** Time enough to start and to answer, even on this machine, and not to wait for long for what does not come. */
const quick = async () => ({ 'health-timeout': await stretched(4) })

it.each(ADVISED.map((row) => [row.name, row] as const))('following the advice on %s makes the next run work', async (name, row) => {
  // No row's release is that of another, which may serve already.
  const own = (inputs: Inputs) => ({ ...inputs, env: [inputs['env'] ?? '', `ROW=${name}`].join('\n') })
  const failed = ended(await bed.act({ ...(await quick()), ...own(row.wrong) }), 'failed', row.cause)
  expect(inputsIn(errorOf(failed) ?? '')).toEqual(expect.arrayContaining(Object.keys(row.cure)))
  ended(await bed.act(own({ ...row.wrong, ...row.cure })), 'deployed')
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

it('following the advice on an application that starts slowly makes the next run work', async () => {
  const limit = await quick()
  const late = Number.parseFloat(limit['health-timeout']) * 3
  const args = `node\n-e\nrequire('http').createServer((q, r) => process.uptime() > ${late} && r.end('ok')).listen(8080)`
  const failed = ended(await bed.act({ ...limit, args }), 'failed', 'health-no-response')
  expect(inputsIn(errorOf(failed) ?? '')).toContain('health-timeout')
  ended(await bed.act({ args }), 'deployed')
})

it('following the advice on an image that is no proxy makes the next run work', async () => {
  const failed = ended(await bed.act({ 'proxy-image': bed.cloud.baseImage, env: 'ROW=proxy' }), 'failed', 'proxy-failed')
  expect(inputsIn(errorOf(failed) ?? '')).toContain('proxy-image')
  ended(await bed.act({ 'proxy-image': bed.cloud.proxyImage, env: 'ROW=proxy' }), 'deployed')
})

it('following the advice on errors that are expected makes the next run work', async () => {
  const inputs = { env: 'BEHAVIOUR=flaky', 'bake-time': '5s' }
  await underLoad({ url: good.outputs['url'] ?? '', slow: 0 }, async () => {
    const failed = ended(await bed.act(inputs), 'rolled-back', 'bake-errors')
    expect(inputsIn(errorOf(failed) ?? '')).toContain('bake-max-errors')
    ended(await bed.act({ ...inputs, 'bake-max-errors': '1' }), 'deployed')
  })
})
