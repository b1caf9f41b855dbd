import { describe, expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import type { LoadReport } from '../../local/load/load.ts'
import type { ActionRun } from '../../local/runner/runner.ts'
import { invite } from './support/guest.ts'
import { filesOf, onHost } from './support/on-host.ts'
import { ended, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { beforeEach, given, it } from './support/test.ts'
import { underLoad } from './support/under-load.ts'
import { commitOf } from '../fakes/short-commit.ts'

const SHOP = { domains: 'shop.example.com' }
const CART = { ...SHOP, 'path-prefix': '/cart', 'strip-path-prefix': 'true' }

let bed: Bed
let host: HostHandle
let shop: ActionRun
let cart: ActionRun

/** Two services under one name: `web` at its root, and `cart` below a path. */
const served = given(async () => {
  bed = await openBed()
  shop = ended(await bed.act(SHOP), 'deployed')
  host = await bed.hostOf(shop)
  for (const service of ['cart', 'blog', 'inner']) await invite(bed.cloud, service)
  await bed.commit()
  cart = ended(await guest('cart', CART), 'deployed')
})
beforeEach(served)

const guest = (service: string, inputs: Readonly<Record<string, string>>): Promise<ActionRun> =>
  bed.act({ service, 'instance-id': host.id, ...inputs })
const destroy = (service: string): Promise<ActionRun> => bed.act({ service, command: 'destroy', port: undefined })

/** What a visitor gets by this name. */
const visitAs = (name: string, path = ''): Promise<string> => onHost(host, `curl -sS -H 'Host: ${name}' http://127.0.0.1${path}/version`)

/** Both of the services under the one name are asked all the while. */
async function underBothLoads(work: () => Promise<void>): Promise<readonly LoadReport[]> {
  const asked = { url: 'http://shop.example.com', way: { address: host.address }, slow: 0 }
  const reports: LoadReport[] = []
  const ofShop = await underLoad({ ...asked, webSocket: true }, async () => {
    reports.push(await underLoad({ ...asked, path: '/cart/echo' }, work))
  })
  return [ofShop, ...reports]
}

describe('services on one host', () => {
  it('with the same name are routed by path', async () => {
    expect([await visitAs('shop.example.com'), await visitAs('shop.example.com', '/cart')]).toEqual([commitOf(shop), commitOf(cart)])
  })

  it('are added, renamed and removed, and the others lose no request', async () => {
    const reports = await underBothLoads(async () => {
      const blog = ended(await guest('blog', { domains: 'blog.example.com' }), 'deployed')
      expect(await visitAs('blog.example.com')).toBe(commitOf(blog))
      ended(await guest('blog', { domains: 'news.example.com' }), 'deployed')
      expect(await visitAs('news.example.com')).toBe(commitOf(blog))
      expect(await visitAs('blog.example.com')).toContain('No service is served under this name and path')
      ended(await destroy('blog'), 'destroyed')
      expect(await visitAs('news.example.com')).toContain('No service is served under this name and path')
    })
    expect(reports).toMatchObject([{ failed: 0 }, { failed: 0 }])
    expect(reports.map(({ versions }) => Object.keys(versions))).toEqual([[commitOf(shop)], [commitOf(cart)]])
  })

  it('one below a path can be removed and added again, and the one at the root loses no request', async () => {
    const report = await underLoad({ url: `http://${host.address}`, headers: { Host: 'shop.example.com' } }, async () => {
      ended(await destroy('cart'), 'destroyed')
      expect(await visitAs('shop.example.com', '/cart')).toContain('no such page')
      cart = ended(await guest('cart', CART), 'deployed')
      expect(await visitAs('shop.example.com', '/cart')).toBe(commitOf(cart))
    })
    expect(report).toMatchObject({ failed: 0 })
  })
})

/** Passes all connections to a port on to another one of loopback, as a proxy of the host would. */
const FORWARDER = `import asyncio
async def pump(source, target):
    try:
        while piece := await source.read(65536):
            target.write(piece)
            await target.drain()
    except OSError: pass
    finally: target.close()
async def serve(reader, writer):
    inner = await asyncio.open_connection('127.0.0.1', 8085)
    await asyncio.gather(pump(reader, inner[1]), pump(inner[0], writer))
async def main(): await (await asyncio.start_server(serve, '0.0.0.0', 8090)).serve_forever()
asyncio.run(main())`

describe('external-proxy: true', () => {
  it('answers only on a loopback port, and a release under load behind another proxy loses no request', async () => {
    const inputs = { 'external-proxy': 'true', 'http-port': '8085', domains: 'inner.example.com' }
    const first = ended(await guest('inner', inputs), 'deployed')
    expect(first.outputs['url']).toBe('http://inner.example.com')
    expect(await onHost(host, "ss -Hltn sport = :8085 | awk '{print $4}'")).toBe('127.0.0.1:8085')
    await onHost(host, `setsid python3 -c "${FORWARDER}" >/dev/null 2>&1 & until ss -Hltn sport = :8090 | grep -q .; do sleep 0.1; done`)
    const runs = [first]
    const report = await underLoad({ url: `http://${host.address}:8090`, headers: { Host: 'inner.example.com' } }, async () => {
      await bed.commit()
      runs.push(ended(await guest('inner', inputs), 'deployed'))
    })
    expect(report).toMatchObject({ failed: 0 })
    expect(Object.keys(report.versions).toSorted()).toEqual(runs.map(commitOf).toSorted())
    expect(await onHost(host, `cat ${filesOf('inner.production').route}`)).toContain('"external-proxy":true')
  })
})
