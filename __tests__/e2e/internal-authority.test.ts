import { expect } from '@jest/globals'
import type { HostHandle } from '../../local/host/host.ts'
import { createHostedZone } from '../../local/hosted-zones.ts'
import { visit } from '../../local/load/way.ts'
import { until } from '../../local/machine/patience.ts'
import { onHost } from './support/on-host.ts'
import { ended, openBed } from './support/test-bed.ts'
import type { Bed } from './support/test-bed.ts'
import { underLoad } from './support/under-load.ts'
import { beforeEach, given, it } from './support/test.ts'

const NAME = 'shop.example.com'
const INPUTS = { domains: NAME, tls: 'internal' }
/** Where docs/guides/serve/domain.md says that the authority's root is. */
const ROOT = '/var/lib/docker-to-ec2/proxy/data/caddy/pki/authorities/local/root.crt'

let bed: Bed
let host: HostHandle
let address: string
let authority: string

const served = given(async () => {
  bed = await openBed()
  await createHostedZone(bed.cloud, 'example.com')
  const run = ended(await bed.act(INPUTS), 'deployed')
  expect(run.outputs['url']).toBe(`https://${NAME}`)
  host = await bed.hostOf(run)
  address = run.outputs['public-ip'] ?? ''
  authority = await onHost(host, `cat ${ROOT}`)
})
beforeEach(served)

const statusOf = async (url: string): Promise<number> => (await visit(url, { address, authority })).status

it('a visitor who installed the root of the host is served over HTTPS, and nobody else', async () => {
  expect(await statusOf(`https://${NAME}/`)).toBe(200)
  expect((await visit(`http://${NAME}/a?b`, { address })).headers.location).toBe(`https://${NAME}/a?b`)
  await expect(visit(`https://${NAME}/`, { address })).rejects.toThrow(/certificate/)
})

it('status shows when its certificate expires, without a warning', async () => {
  const status = ended(await bed.act({ command: 'status' }), 'reported')
  const certificates = JSON.parse(status.outputs['certificates'] ?? '') as { name: string; issuer: string }[]
  expect(certificates.map(({ name, issuer }) => `${name} ${issuer}`)).toEqual([
    expect.stringMatching(/^shop\.example\.com Caddy Local Authority/),
  ])
  expect(status.stdout).not.toMatch(/^::(warning|error)/m)
})

it('no release loses a request or changes the root, with maintenance or without', async () => {
  const way = { address, authority }
  await bed.commit()
  expect(await underLoad({ url: `https://${NAME}`, way }, async () => void ended(await bed.act(INPUTS), 'deployed'))).toMatchObject({
    failed: 0,
  })
  ended(await bed.act({ ...INPUTS, maintenance: 'true' }), 'deployed')
  expect(await statusOf(`https://${NAME}/`)).toBe(503)
})

it('maintenance and the root survive a reboot, so the next deploy finds its service', async () => {
  await host.reboot()
  // Docker runs before the proxy does.
  expect(await until('an answer', () => statusOf(`https://${NAME}/`).catch(() => undefined))).toBe(503)
  ended(await bed.act(INPUTS), 'deployed')
  expect(await statusOf(`https://${NAME}/`)).toBe(200)
  expect(await onHost(host, `cat ${ROOT}`)).toBe(authority)
})
